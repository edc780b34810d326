package org.openbeat.engine.response.roads;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.Area;
import org.openbeat.engine.response.Point;

/** Where the roads lie: from a point to the nearest road, from a way to its line. */
final class RoadLines {
    /** A point farther than this from every road is not taken to be on one. */
    static final double FARTHEST_METRES = 500;

    private final BaseGraph graph;
    private final LocationIndex index;
    private final RoadGraph roads;
    private final int[] edgeOf;
    private final int[] stretchOf;
    private final EdgeFilter drivable;

    RoadLines(GraphHopper map, RoadGraph roads, RoadReader reader) {
        this.graph = map.getBaseGraph();
        this.index = map.getLocationIndex();
        this.roads = roads;
        this.edgeOf = reader.edgeOf();
        this.stretchOf = reader.stretchOf();
        var mainland = Islands.mainland(roads);
        this.drivable = edge -> stretchOf[edge.getEdge()] >= 0 && mainland.get(stretchOf[edge.getEdge()]);
    }

    /** The place on the nearest drivable road, or null when there is none within {@link #FARTHEST_METRES}. */
    @Nullable
    OnRoad snap(Point point) {
        var snap = index.findClosest(point.latitude(), point.longitude(), drivable);
        if (!snap.isValid() || snap.getQueryDistance() > FARTHEST_METRES) {
            return null;
        }
        var edge = snap.getClosestEdge();
        var fraction = fraction(snap, edge.fetchWayGeometry(FetchMode.ALL));
        var reversed = edge.get(EdgeIteratorState.REVERSE_STATE);
        var stretch = roads.firstTwin(stretchOf[edge.getEdge()]);
        return new OnRoad(stretch, reversed ? 1 - fraction : fraction, snap.getQueryDistance());
    }

    private static double fraction(Snap snap, PointList line) {
        var at = snap.getSnappedPoint();
        var before = 0.0;
        var total = 0.0;
        for (var i = 0; i < line.size() - 1; i++) {
            var part = metres(line, i, line.getLat(i + 1), line.getLon(i + 1));
            before += i < snap.getWayIndex() ? part : 0;
            total += part;
        }
        before += metres(line, snap.getWayIndex(), at.lat, at.lon);
        if (snap.getSnappedPosition() == Snap.Position.TOWER) {
            return before < total / 2 ? 0 : 1; // at the junction itself, not a hair beside it
        }
        return total == 0 ? 0 : Math.min(1, before / total);
    }

    private static double metres(PointList line, int from, double latitude, double longitude) {
        return DistanceCalcEarth.DIST_EARTH.calcDist(line.getLat(from), line.getLon(from), latitude, longitude);
    }

    /** The line of a way: the rest of the first stretch, whole ones, the beginning of the last. */
    List<Point> along(OnRoad start, int[] way, OnRoad goal) {
        var line = new ArrayList<Point>();
        for (var i = 0; i < way.length; i++) {
            var back = way[i] % 2 == 1;
            var from = i > 0 ? 0 : back ? 1 - start.fraction() : start.fraction();
            var to = i < way.length - 1 ? 1 : back ? 1 - goal.fraction() : goal.fraction();
            addPart(line, line(way[i]), from, to);
        }
        return line;
    }

    private PointList line(int key) {
        return graph.getEdgeIteratorStateForKey(2 * edgeOf[key / 2] + key % 2).fetchWayGeometry(FetchMode.ALL);
    }

    /** The stretches of road that an area touches. */
    BitSet within(Area area) {
        var found = new BitSet(edgeOf.length);
        var shape = Shape.of(area);
        index.query(shape.bounds(), edge -> {
            var stretch = stretchOf[edge];
            if (stretch >= 0 && shape.touches(line(2 * stretch))) {
                found.set(stretch);
            }
        });
        return found;
    }

    private static void addPart(List<Point> line, PointList stretch, double from, double to) {
        var total = DistanceCalcEarth.calcDistance(stretch, false);
        var done = 0.0;
        add(line, at(stretch, total, from));
        for (var i = 0; i < stretch.size(); i++) {
            done += i == 0 ? 0 : metres(stretch, i - 1, stretch.getLat(i), stretch.getLon(i));
            if (done > from * total && done < to * total) {
                add(line, new Point(stretch.getLat(i), stretch.getLon(i)));
            }
        }
        add(line, at(stretch, total, to));
    }

    private static void add(List<Point> line, Point point) {
        if (line.isEmpty() || !line.getLast().equals(point)) {
            line.add(point);
        }
    }

    private static Point at(PointList stretch, double total, double fraction) {
        var left = fraction * total;
        for (var i = 0; i < stretch.size() - 1; i++) {
            var part = metres(stretch, i, stretch.getLat(i + 1), stretch.getLon(i + 1));
            if (left <= part && part > 0) {
                return between(stretch, i, left / part);
            }
            left -= part;
        }
        return new Point(stretch.getLat(stretch.size() - 1), stretch.getLon(stretch.size() - 1));
    }

    private static Point between(PointList line, int i, double part) {
        return new Point(
                line.getLat(i) + part * (line.getLat(i + 1) - line.getLat(i)),
                line.getLon(i) + part * (line.getLon(i + 1) - line.getLon(i)));
    }

    /** Bytes of our own arrays. */
    long bytes() {
        return 4L * (edgeOf.length + (stretchOf == edgeOf ? 0 : stretchOf.length));
    }
}
