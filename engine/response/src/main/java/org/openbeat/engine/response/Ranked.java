package org.openbeat.engine.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A choice and what decides its place. */
record Ranked<K>(Choice<K> choice, Trust trust, Duration time) {

    /** How far the position of a unit can be believed. */
    private enum Trust {
        FRESH,
        STALE,
        UNKNOWN
    }

    static final Comparator<Ranked<?>> ORDER = Comparator.<Ranked<?>, Availability>comparing(
                    ranked -> ranked.choice.candidate().availability())
            .thenComparing(ranked -> ranked.choice.missing().size())
            .thenComparing(ranked -> ranked.trust)
            .thenComparing(Ranked::time);

    static <K> Ranked<K> of(Candidate<K> candidate, @Nullable TravelTime time, Need need, Instant now) {
        var at = candidate.positionAt();
        var age = at == null ? Duration.ZERO : Duration.between(at, now);
        var stale = age.compareTo(Recommendation.STALE_AFTER) > 0;
        var missing = without(need.skills(), candidate.skills());
        var reasons = reasons(candidate, need, missing);
        if (time == null || at == null) {
            reasons.add(new Reason.NoPosition());
            return new Ranked<>(new Choice<>(candidate, false, missing, reasons), Trust.UNKNOWN, Duration.ZERO);
        }
        reasons.addFirst(new Reason.Arrival(time));
        reasons.add(new Reason.PositionAge(age, stale));
        return new Ranked<>(
                new Choice<>(candidate, false, missing, reasons), stale ? Trust.STALE : Trust.FRESH, time.duration());
    }

    private static <K> List<Reason> reasons(Candidate<K> candidate, Need need, Set<Skill> missing) {
        var reasons = new ArrayList<Reason>();
        switch (candidate.availability()) {
            case FREE -> {}
            case ASK_FIRST -> reasons.add(new Reason.MustBeAsked());
            case UNAVAILABLE -> reasons.add(new Reason.NotAvailable());
        }
        if (!missing.isEmpty()) {
            reasons.add(new Reason.LacksSkills(missing));
        }
        var has = without(need.skills(), missing);
        if (!has.isEmpty()) {
            reasons.add(new Reason.HasSkills(has));
        }
        return reasons;
    }

    private static Set<Skill> without(Set<Skill> skills, Set<Skill> others) {
        return skills.stream().filter(skill -> !others.contains(skill)).collect(Collectors.toCollection(TreeSet::new));
    }
}
