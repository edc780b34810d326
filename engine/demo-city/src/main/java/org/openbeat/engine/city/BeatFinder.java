package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.city.Faces.HalfEdge;

/** Joins quarters to beats that are in one piece each, and draws their outlines along the lines between them. */
final class BeatFinder {
    private final PlaneGraph graph;
    private final Faces faces;
    private final Map<Face, BeatPlan> beatOf = new LinkedHashMap<>();

    BeatFinder(PlaneGraph graph, Faces faces, List<Quarter> quarters, River river, double flatness) {
        this.graph = graph;
        this.faces = faces;
        for (Quarter quarter : quarters) {
            Point heart = quarter.heart();
            if (quarter.style() != Style.RIVER) {
                beatOf.put(quarter.face(), BeatPlan.of(heart, flatness, river.isNorth(heart)));
            }
        }
        joinWater(quarters);
        joinStragglers();
    }

    /** The outline of the whole city; it turns to the left. */
    List<Point> jurisdiction() {
        return largest(outlines(half -> beat(half) != null && beat(half.back()) == null));
    }

    Map<BeatPlan, List<Point>> beats() {
        Map<BeatPlan, List<Point>> rings = new EnumMap<>(BeatPlan.class);
        for (BeatPlan beat : new LinkedHashSet<>(beatOf.values())) {
            rings.put(beat, largest(outlines(half -> beat(half) == beat && beat(half.back()) != beat)));
        }
        return rings;
    }

    private @Nullable BeatPlan beat(HalfEdge half) {
        return beatOf.get(faces.leftOf(half));
    }

    private interface Border {
        boolean holds(HalfEdge half);
    }

    private List<List<Point>> outlines(Border border) {
        List<List<Point>> rings = new ArrayList<>();
        Set<HalfEdge> done = new LinkedHashSet<>();
        for (Edge edge : graph.edges()) {
            for (HalfEdge start : List.of(new HalfEdge(edge.from, edge), new HalfEdge(edge.to, edge))) {
                if (border.holds(start) && !done.contains(start)) {
                    rings.add(follow(start, border, done));
                }
            }
        }
        return rings;
    }

    private List<Point> follow(HalfEdge start, Border border, Set<HalfEdge> done) {
        List<Point> ring = new ArrayList<>();
        HalfEdge half = start;
        do {
            done.add(half);
            ring.add(half.from().at);
            half = faces.next(half);
            while (!border.holds(half)) {
                half = faces.next(half.back());
            }
        } while (!half.equals(start));
        return ring;
    }

    private static List<Point> largest(List<List<Point>> rings) {
        List<Point> best = List.of();
        for (List<Point> ring : rings) {
            if (best.isEmpty() || Polygons.area(ring) > Polygons.area(best)) {
                best = ring;
            }
        }
        return best;
    }

    /** Each half of the river goes with the quay beside it. */
    private void joinWater(List<Quarter> quarters) {
        Map<Face, BeatPlan> water = new LinkedHashMap<>();
        for (Quarter quarter : quarters) {
            if (quarter.style() == Style.RIVER) {
                BeatPlan land = longestBorder(Set.of(quarter.face()), null);
                water.put(quarter.face(), land == null ? BeatPlan.OLD_TOWN : land);
            }
        }
        beatOf.putAll(water);
    }

    /** A quarter cut off from the rest of its beat goes to the neighbour with which it shares the longest border. */
    private void joinStragglers() {
        for (int round = 0; round < 20; round++) {
            List<Set<Face>> pieces = pieces();
            boolean moved = false;
            for (Set<Face> piece : pieces) {
                if (isStraggler(piece, pieces)) {
                    join(piece);
                    moved = true;
                }
            }
            if (!moved) {
                return;
            }
        }
    }

    private boolean isStraggler(Set<Face> piece, List<Set<Face>> pieces) {
        BeatPlan beat = beatOf.get(piece.iterator().next());
        return pieces.stream()
                .filter(other -> beatOf.get(other.iterator().next()) == beat)
                .anyMatch(other -> area(other) > area(piece));
    }

    private static double area(Set<Face> piece) {
        return piece.stream().mapToDouble(Face::area).sum();
    }

    private void join(Set<Face> piece) {
        BeatPlan best = longestBorder(piece, beatOf.get(piece.iterator().next()));
        if (best != null) {
            piece.forEach(face -> beatOf.put(face, best));
        }
    }

    private @Nullable BeatPlan longestBorder(Set<Face> piece, @Nullable BeatPlan own) {
        Map<BeatPlan, Double> shared = new EnumMap<>(BeatPlan.class);
        for (Face face : piece) {
            neighbours(face).forEach((other, length) -> {
                BeatPlan beat = beatOf.get(other);
                if (beat != null && beat != own) {
                    shared.merge(beat, length, Double::sum);
                }
            });
        }
        return shared.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private Map<Face, Double> neighbours(Face face) {
        Map<Face, Double> found = new LinkedHashMap<>();
        for (int i = 0; i < face.edges().size(); i++) {
            Edge edge = face.edges().get(i);
            Face other = faces.leftOf(new HalfEdge(face.ring().get(i), edge).back());
            found.merge(other, edge.length(), Double::sum);
        }
        return found;
    }

    private List<Set<Face>> pieces() {
        Map<Face, Set<Face>> pieceOf = new HashMap<>();
        List<Set<Face>> pieces = new ArrayList<>();
        for (Face face : beatOf.keySet()) {
            if (!pieceOf.containsKey(face)) {
                Set<Face> piece = grow(face);
                piece.forEach(member -> pieceOf.put(member, piece));
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private Set<Face> grow(Face start) {
        Set<Face> piece = new LinkedHashSet<>(Set.of(start));
        List<Face> open = new ArrayList<>(piece);
        while (!open.isEmpty()) {
            for (Face next : neighbours(open.removeFirst()).keySet()) {
                if (beatOf.get(next) == beatOf.get(start) && piece.add(next)) {
                    open.add(next);
                }
            }
        }
        return piece;
    }
}
