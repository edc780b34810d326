package org.openbeat.engine.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom to send: a proposal with its reasons, for a person to decide.
 *
 * <p>The order: units that may be sent, then those to be asked, then those that may not; among them those who can do
 * more of what is needed; then those whose position is fresh, then doubted, then unknown; then the shorter time. Units
 * that are there about equally soon are put in order by what would be left without cover, by how much work they had, by
 * the end of their shift; at last by the order given. A unit that the rules let be taken from other work, or that is
 * about to be free, stands among the free ones with its time made longer accordingly. The proposal takes the first units
 * that meet the need; they stand in front.
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
        return of(need, Rules.CAREFUL, candidates, times, now);
    }

    /** The same by rules. */
    public static <K> Recommendation<K> of(
            Need need, Rules rules, List<Candidate<K>> candidates, Map<K, TravelTime> times, Instant now) {
        var ranked = candidates.stream()
                .map(candidate -> Ranked.of(candidate, times.get(candidate.unit()), need, rules, now))
                .toList();
        return Proposal.of(need, ranked, rules.nearlyEqual());
    }

    public boolean meetsTheNeed() {
        return unmet.isEmpty() && lacking == 0;
    }

    /** The units to send first, best first. */
    public List<Choice<K>> proposed() {
        return choices.stream().filter(Choice::proposed).toList();
    }
}
