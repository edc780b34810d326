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

/**
 * A choice and what decides its place.
 *
 * @param standing whether it may be sent, after the rules have been asked
 * @param lacking how many skills it lacks to be of use
 * @param time the time that counts: on the way, until it is free, and what a rule adds
 */
record Ranked<K>(Choice<K> choice, Availability standing, int lacking, Trust trust, Duration time) {

    /** How far the position of a unit can be believed. */
    enum Trust {
        FRESH,
        DOUBTED,
        UNKNOWN
    }

    /** Units whose shift ends within this time are spared, among equals. */
    private static final Duration SHIFT_ENDS = Duration.ofMinutes(30);

    /** What weighs more than minutes. */
    static final Comparator<Ranked<?>> GRAVEST = Comparator.<Ranked<?>, Availability>comparing(Ranked::standing)
            .thenComparing(Ranked::lacking)
            .thenComparing(Ranked::trust);

    static final Comparator<Ranked<?>> BY_TIME = GRAVEST.thenComparing(Ranked::time);

    /** What decides between units that are there about equally soon. */
    static final Comparator<Ranked<?>> AMONG_EQUALS = Comparator.<Ranked<?>>comparingLong(Ranked::coverageLoss)
            .thenComparingLong(Ranked::workload)
            .thenComparing(Ranked::endsShift)
            .thenComparing(Ranked::time);

    static <K> Ranked<K> of(Candidate<K> candidate, @Nullable TravelTime time, Need need, Rules rules, Instant now) {
        var handicap = rules.handicap(candidate.circumstances().commitment());
        var standing = standing(candidate, handicap.isPresent());
        var missing = without(need.skills(), candidate.skills());
        var reasons = new ArrayList<Reason>();
        addStanding(candidate, standing, handicap.orElse(Duration.ZERO), reasons);
        addSkills(need, missing, reasons);
        var lacking = need.lacking(candidate.skills());
        var at = candidate.positionAt();
        if (time == null || at == null) {
            reasons.add(new Reason.NoPosition());
            return new Ranked<>(
                    new Choice<>(candidate, false, missing, reasons), standing, lacking, Trust.UNKNOWN, Duration.ZERO);
        }
        reasons.addFirst(new Reason.Arrival(time));
        var trust = addPosition(candidate, Duration.between(at, now), reasons);
        addCircumstances(candidate.circumstances(), reasons);
        return new Ranked<>(
                new Choice<>(candidate, false, missing, reasons),
                standing,
                lacking,
                trust,
                time.duration().plus(handicap.orElse(Duration.ZERO)));
    }

    /** A unit that is bound elsewhere counts as free when a rule says so, however its status would have it. */
    private static <K> Availability standing(Candidate<K> candidate, boolean allowed) {
        var bound = !(candidate.circumstances().commitment() instanceof Commitment.None);
        if (!bound || candidate.availability() == Availability.UNAVAILABLE) {
            return candidate.availability();
        }
        return allowed ? Availability.FREE : Availability.ASK_FIRST;
    }

    private static <K> void addStanding(
            Candidate<K> candidate, Availability standing, Duration handicap, List<Reason> reasons) {
        switch (standing) {
            case FREE -> {
                switch (candidate.circumstances().commitment()) {
                    case Commitment.None ignored -> {}
                    case Commitment.FreeSoon soon -> reasons.add(new Reason.FreeSoon(soon.in()));
                    case Commitment.OnTheWay way -> reasons.add(new Reason.TakenFrom(way.priority(), handicap));
                }
            }
            case ASK_FIRST -> reasons.add(new Reason.MustBeAsked());
            case UNAVAILABLE -> reasons.add(new Reason.NotAvailable());
        }
    }

    private static void addSkills(Need need, Set<Skill> missing, List<Reason> reasons) {
        if (!missing.isEmpty()) {
            reasons.add(new Reason.LacksSkills(missing));
        }
        var has = without(need.skills(), missing);
        if (!has.isEmpty()) {
            reasons.add(new Reason.HasSkills(has));
        }
    }

    private static <K> Trust addPosition(Candidate<K> candidate, Duration age, List<Reason> reasons) {
        var told = candidate.circumstances().trust();
        var stale = age.compareTo(Recommendation.STALE_AFTER) > 0;
        reasons.add(new Reason.PositionAge(age, stale || told == PositionTrust.TOO_OLD));
        if (told == PositionTrust.JUMPED || told == PositionTrust.OUTSIDE_MAP) {
            reasons.add(new Reason.PositionDoubted(told));
        }
        return stale || told != PositionTrust.GOOD ? Trust.DOUBTED : Trust.FRESH;
    }

    private static void addCircumstances(Circumstances circumstances, List<Reason> reasons) {
        if (circumstances.coverageLoss() > 0) {
            reasons.add(new Reason.CoverageLoss(circumstances.coverageLoss()));
        }
        if (circumstances.workload() > 0) {
            reasons.add(new Reason.Workload(circumstances.workload()));
        }
        var left = circumstances.shiftLeft();
        if (left != null && left.compareTo(SHIFT_ENDS) < 0) {
            reasons.add(new Reason.ShiftEnds(left));
        }
    }

    boolean hasArrival() {
        return trust != Trust.UNKNOWN;
    }

    /** In thousandths: less is no difference that a person would act on. */
    long coverageLoss() {
        return Math.round(choice.candidate().circumstances().coverageLoss() * 1000);
    }

    /** In twentieths. */
    long workload() {
        return Math.round(choice.candidate().circumstances().workload() * 20);
    }

    boolean endsShift() {
        var left = choice.candidate().circumstances().shiftLeft();
        return left != null && left.compareTo(SHIFT_ENDS) < 0;
    }

    boolean isBound() {
        return !(choice.candidate().circumstances().commitment() instanceof Commitment.None);
    }

    private static Set<Skill> without(Set<Skill> skills, Set<Skill> others) {
        return skills.stream().filter(skill -> !others.contains(skill)).collect(Collectors.toCollection(TreeSet::new));
    }
}
