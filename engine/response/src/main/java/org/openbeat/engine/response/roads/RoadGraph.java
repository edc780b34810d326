package org.openbeat.engine.response.roads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Junctions, stretches of road between them and forbidden turns, in flat arrays; how long a stretch takes is the
 * {@link Metric}'s matter.
 *
 * <p>A stretch leads from its base to its far end. Its two directions have keys: twice its number along, plus one back.
 *
 * <p>A search walks over states. A junction is one state, and one more for each way in from which some turn is
 * forbidden: the copy has only the arcs that may be taken after coming in that way. So turn restrictions are exact and
 * cost nothing where there are none.
 */
final class RoadGraph {
    /** The time of a direction in which nobody may drive. */
    static final int CLOSED = -1;

    private final int junctions;
    private final Stretches stretches;
    private final int[] copyOf;
    private final int[][] forbidden;
    private final Map<Integer, Integer> copyByKey = new HashMap<>();
    private final Map<Integer, List<Integer>> copiesAt = new HashMap<>();
    private final Map<Integer, List<Integer>> twins;
    private final Arcs departing;
    private final Arcs arriving;

    /**
     * Stretches by number: the junctions at their ends, milliseconds along and back or {@link #CLOSED}, length in
     * centimetres, the ordinal of their class of road.
     */
    record Stretches(int[] base, int[] far, int[] along, int[] back, int[] centimetres, byte[] roadClass) {
        int count() {
            return base.length;
        }
    }

    /** Nobody who came over {@code in} may go on over {@code out}; both are keys of directions. */
    record NoTurn(int in, int out) {}

    /** The arcs of state {@code s} are {@code first[s]} to {@code first[s + 1]}; the other end and the key of each. */
    record Arcs(int[] first, int[] other, int[] key) {}

    /**
     * @param twins for a stretch, all that stand for the same piece of road, itself among them; some turns are told
     *     apart by them
     */
    RoadGraph(int junctions, Stretches stretches, List<NoTurn> noTurns, Map<Integer, List<Integer>> twins) {
        this.junctions = junctions;
        this.stretches = stretches;
        this.twins = twins;
        var byIn = new HashMap<Integer, List<Integer>>();
        for (var turn : noTurns) {
            if (millis(turn.in) != CLOSED && head(turn.in) == tail(turn.out)) {
                byIn.computeIfAbsent(turn.in, key -> new ArrayList<>()).add(turn.out);
            }
        }
        copyOf = new int[byIn.size()];
        forbidden = new int[byIn.size()][];
        byIn.keySet().stream().sorted().forEach(in -> copy(in, byIn.getOrDefault(in, List.of())));
        departing = arcs(true);
        arriving = arcs(false);
    }

    private void copy(int in, List<Integer> out) {
        var copy = copyByKey.size();
        copyOf[copy] = head(in);
        forbidden[copy] = out.stream().mapToInt(key -> key).distinct().toArray();
        copyByKey.put(in, junctions + copy);
        copiesAt.computeIfAbsent(head(in), key -> new ArrayList<>()).add(junctions + copy);
    }

    private Arcs arcs(boolean departing) {
        var first = new int[states() + 1];
        for (var key = 0; key < 2 * stretches.count(); key++) {
            if (millis(key) != CLOSED) {
                for (var state : tails(key)) {
                    first[(departing ? state : headState(key)) + 1]++;
                }
            }
        }
        Arrays.parallelPrefix(first, Integer::sum);
        var arcs = new Arcs(first, new int[first[states()]], new int[first[states()]]);
        fill(arcs, departing);
        return arcs;
    }

    private void fill(Arcs arcs, boolean departing) {
        var next = arcs.first.clone();
        for (var key = 0; key < 2 * stretches.count(); key++) {
            if (millis(key) != CLOSED) {
                for (var state : tails(key)) {
                    var at = next[departing ? state : headState(key)]++;
                    arcs.other[at] = departing ? headState(key) : state;
                    arcs.key[at] = key;
                }
            }
        }
    }

    /** The states from which a direction may be driven. */
    private int[] tails(int key) {
        var copies = copiesAt.get(tail(key));
        if (copies == null) {
            return new int[] {tail(key)};
        }
        return IntStream.concat(
                        IntStream.of(tail(key)),
                        copies.stream().mapToInt(copy -> copy).filter(copy -> permits(copy, key)))
                .toArray();
    }

    private boolean permits(int state, int key) {
        if (state < junctions) {
            return true;
        }
        for (var out : forbidden[state - junctions]) {
            if (out == key) {
                return false;
            }
        }
        return true;
    }

    int junctions() {
        return junctions;
    }

    int states() {
        return junctions + copyOf.length;
    }

    Stretches stretches() {
        return stretches;
    }

    Arcs departing() {
        return departing;
    }

    Arcs arriving() {
        return arriving;
    }

    /** The junction where a direction begins. */
    int tail(int key) {
        return key % 2 == 0 ? stretches.base[key / 2] : stretches.far[key / 2];
    }

    private int head(int key) {
        return tail(key ^ 1);
    }

    /** The state that one is in after driving a direction to its end. */
    int headState(int key) {
        @Nullable Integer copy = copyByKey.isEmpty() ? null : copyByKey.get(key);
        return copy == null ? head(key) : copy;
    }

    /** The states in which one may be at the beginning of a direction, to drive it or one of its twins. */
    int[] tailStates(int key) {
        return twins.getOrDefault(key / 2, List.of(key / 2)).stream()
                .flatMapToInt(stretch -> IntStream.of(tails(2 * stretch + key % 2)))
                .distinct()
                .toArray();
    }

    /** The one of several stretches for the same piece of road by whose number a place on it is told. */
    int firstTwin(int stretch) {
        return twins.getOrDefault(stretch, List.of(stretch)).getFirst();
    }

    /** Every state of a junction. */
    int[] statesAt(int junction) {
        var states = new ArrayList<>(List.of(junction));
        states.addAll(copiesAt.getOrDefault(junction, List.of()));
        return states.stream().mapToInt(state -> state).toArray();
    }

    /** The time to drive all of it in usual conditions, by the key of a direction, or {@link #CLOSED}. */
    int millis(int key) {
        return key % 2 == 0 ? stretches.along[key / 2] : stretches.back[key / 2];
    }

    /** Bytes of the arrays. */
    long bytes() {
        var arcs = 2L * (4L * departing.first.length + 8L * departing.other.length);
        return arcs + 21L * stretches.count() + 96L * copyOf.length;
    }

    /** Bytes that a search over all arcs of one direction must read at least once, with the metric's weights. */
    long bytesOfOneDirection() {
        return 4L * departing.first.length + 12L * departing.other.length;
    }
}
