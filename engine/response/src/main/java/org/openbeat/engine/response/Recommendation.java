package org.openbeat.engine.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whom to send: a proposal with its reasons, for a person to decide.
 *
 * <p>The order: units that may be sent, then those to be asked, then those that may not; among them those who can do
 * more of what is needed; then those whose position is fresh, then stale, then unknown; then the shorter time; at last
 * the order given. The proposal takes the first units that together can do all that is needed.
 *
 * @param choices every candidate, best first
 * @param unmet what is needed and none of the proposed units can do
 * @param lacking how many units fewer are proposed than are needed
 */
public record Recommendation<K>(List<Choice<K>> choices, Set<Skill> unmet, int lacking) {

    /** A position older than this may be wrong: a car is elsewhere by then. */
    public static final Duration STALE_AFTER = Duration.ofMinutes(5);

    public Recommendation {
        choices = List.copyOf(choices);
        unmet = Set.copyOf(unmet);
    }

    /** Ranks the candidates by their travel times over the network, as of an instant. */
    public static <K> Recommendation<K> of(
            RoadNetwork network, Point incident, Need need, List<Candidate<K>> candidates, Instant now) {
        var origins = new ArrayList<Origin<K>>();
        for (var candidate : candidates) {
            var position = candidate.position();
            if (position != null) {
                origins.add(new Origin<>(candidate.unit(), position));
            }
        }
        return of(need, candidates, network.travelTimes(origins, incident), now);
    }

    /** The same with times known already; a candidate without one counts as one without a position. */
    public static <K> Recommendation<K> of(
            Need need, List<Candidate<K>> candidates, Map<K, TravelTime> times, Instant now) {
        var ranked = candidates.stream()
                .map(candidate -> Ranked.of(candidate, times.get(candidate.unit()), need, now))
                .sorted(Ranked.ORDER)
                .map(Ranked::choice)
                .toList();
        return propose(need, ranked);
    }

    public boolean meetsTheNeed() {
        return unmet.isEmpty() && lacking == 0;
    }

    /** The units to send first, best first. */
    public List<Choice<K>> proposed() {
        return choices.stream().filter(Choice::proposed).toList();
    }

    /** Takes, as long as a skill is open, the first unit that adds most to it; then the first ones left. */
    private static <K> Recommendation<K> propose(Need need, List<Choice<K>> ranked) {
        var open = new TreeSet<>(need.skills());
        var picked = new LinkedHashSet<Choice<K>>();
        var left = ranked.stream()
                .filter(Choice::isSendable)
                .filter(choice -> choice.arrival().isPresent())
                .collect(Collectors.toCollection(ArrayList::new));
        while (picked.size() < need.units() && !left.isEmpty()) {
            var first = left.stream()
                    .reduce((a, b) -> covers(b, open) > covers(a, open) ? b : a)
                    .orElseThrow();
            picked.add(first);
            left.remove(first);
            open.removeAll(first.candidate().skills());
        }
        var choices = ranked.stream()
                .map(choice -> picked.contains(choice) ? choice.propose() : choice)
                .toList();
        return new Recommendation<>(choices, open, need.units() - picked.size());
    }

    private static <K> long covers(Choice<K> choice, Set<Skill> open) {
        return open.stream().filter(choice.candidate().skills()::contains).count();
    }
}
