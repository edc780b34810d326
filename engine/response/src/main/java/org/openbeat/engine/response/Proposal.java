package org.openbeat.engine.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts ranked units in order, takes those that meet the need, and says why nearer ones were left. */
final class Proposal<K> {
    private final List<Ranked<K>> ordered;
    private final Set<Ranked<K>> picked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Skill> unmet = new TreeSet<>();

    private Proposal(List<Ranked<K>> ordered) {
        this.ordered = ordered;
    }

    static <K> Recommendation<K> of(Need need, List<Ranked<K>> ranked, Duration nearlyEqual) {
        var proposal = new Proposal<>(order(ranked, nearlyEqual));
        if (need.parts().isEmpty()) {
            proposal.pickTogether(need);
        } else {
            proposal.pickParts(need);
        }
        return new Recommendation<>(proposal.choices(), proposal.unmet, need.units() - proposal.picked.size());
    }

    /**
     * By time; then each run of units that are within the tolerance of the first of the run is put in order by what else
     * is known of them. So the order depends on nothing but the units, and a unit is never passed by one that is later
     * by more than the tolerance.
     */
    private static <K> List<Ranked<K>> order(List<Ranked<K>> ranked, Duration nearlyEqual) {
        var ordered = new ArrayList<>(ranked);
        ordered.sort(Ranked.BY_TIME);
        var to = 0;
        for (var from = 0; from < ordered.size(); from = to) {
            var first = ordered.get(from);
            for (to = from + 1; to < ordered.size() && isEqual(first, ordered.get(to), nearlyEqual); to++) {}
            ordered.subList(from, to).sort(Ranked.AMONG_EQUALS);
        }
        return ordered;
    }

    private static <K> boolean isEqual(Ranked<K> first, Ranked<K> next, Duration nearlyEqual) {
        return Ranked.GRAVEST.compare(first, next) == 0
                && next.time().minus(first.time()).compareTo(nearlyEqual) <= 0;
    }

    /** Takes, as long as a skill is open, the first unit that adds most to it; then the first ones left. */
    private void pickTogether(Need need) {
        unmet.addAll(need.skills());
        while (picked.size() < need.units()) {
            var next = candidates().reduce((a, b) -> adds(b) > adds(a) ? b : a);
            if (next.isEmpty()) {
                return;
            }
            picked.add(next.get());
            unmet.removeAll(next.get().choice().candidate().skills());
        }
    }

    private long adds(Ranked<K> ranked) {
        return unmet.stream()
                .filter(ranked.choice().candidate().skills()::contains)
                .count();
    }

    /** The rarer first, so that the only dog does not go as just any unit. */
    private void pickParts(Need need) {
        need.parts().stream()
                .sorted(Comparator.comparingInt(part -> -part.skills().size()))
                .forEach(part -> {
                    for (var each = 0; each < part.units(); each++) {
                        candidates()
                                .filter(ranked ->
                                        ranked.choice().candidate().skills().containsAll(part.skills()))
                                .findFirst()
                                .ifPresentOrElse(picked::add, () -> unmet.addAll(part.skills()));
                    }
                });
    }

    private Stream<Ranked<K>> candidates() {
        return ordered.stream()
                .filter(ranked -> ranked.choice().isSendable() && ranked.hasArrival())
                .filter(ranked -> !picked.contains(ranked));
    }

    private List<Choice<K>> choices() {
        var proposed =
                ordered.stream().filter(picked::contains).map(Ranked::choice).map(Choice::propose);
        var others = ordered.stream().filter(each -> !picked.contains(each)).map(this::explained);
        return Stream.concat(proposed, others).toList();
    }

    /** Compares a unit that is left with the slowest that is proposed. */
    private Choice<K> explained(Ranked<K> left) {
        var slowest = picked.stream().max(Comparator.comparing(this::arrival));
        if (slowest.isEmpty() || !left.hasArrival()) {
            return left.choice();
        }
        var sooner = arrival(slowest.get()).minus(arrival(left));
        return sooner.isPositive()
                ? left.choice().with(new Reason.PassedOver(cause(left, slowest.get()), sooner))
                : left.choice();
    }

    private Duration arrival(Ranked<K> ranked) {
        return ranked.choice().arrival().map(TravelTime::duration).orElse(Duration.ZERO);
    }

    private static <K> Reason.Cause cause(Ranked<K> left, Ranked<K> taken) {
        if (left.standing() == Availability.UNAVAILABLE) {
            return Reason.Cause.NOT_AVAILABLE;
        }
        if (left.standing() == Availability.ASK_FIRST) {
            return Reason.Cause.MUST_BE_ASKED;
        }
        if (left.lacking() > taken.lacking() || !left.choice().missing().isEmpty()) {
            return Reason.Cause.SKILLS;
        }
        if (left.trust().compareTo(taken.trust()) > 0) {
            return Reason.Cause.POSITION;
        }
        return left.isBound() ? Reason.Cause.COMMITTED : amongEquals(left, taken);
    }

    private static <K> Reason.Cause amongEquals(Ranked<K> left, Ranked<K> taken) {
        if (left.coverageLoss() != taken.coverageLoss()) {
            return Reason.Cause.COVERAGE;
        }
        return left.workload() != taken.workload() ? Reason.Cause.WORKLOAD : Reason.Cause.SHIFT_END;
    }
}
