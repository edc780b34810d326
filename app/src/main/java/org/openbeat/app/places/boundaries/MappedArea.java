package org.openbeat.app.places.boundaries;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.Beat;
import org.openbeat.app.places.BeatAt;
import org.openbeat.app.places.geometry.Lines;

/** An area made ready for questions about points. */
final class MappedArea {
    private final Area area;
    private final Beat beat;
    private final IndexedPointInAreaLocator locator;
    private final List<double[]> edges = new ArrayList<>();

    MappedArea(Area area) {
        this.area = area;
        this.beat = beat(area);
        this.locator = new IndexedPointInAreaLocator(area.outline());
        for (var i = 0; i < area.outline().getNumGeometries(); i++) {
            var polygon = (Polygon) area.outline().getGeometryN(i);
            edges.add(line(polygon.getExteriorRing().getCoordinates()));
            for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                edges.add(line(polygon.getInteriorRingN(hole).getCoordinates()));
            }
        }
    }

    private static double[] line(Coordinate[] ring) {
        var line = new double[2 * ring.length];
        for (var i = 0; i < ring.length; i++) {
            line[2 * i] = ring[i].y;
            line[2 * i + 1] = ring[i].x;
        }
        return line;
    }

    Area area() {
        return area;
    }

    Beat beat() {
        return beat;
    }

    private static Beat beat(Area area) {
        var inside = area.outline().getInteriorPoint();
        return new Beat(
                new BeatCode(area.code()),
                area.name(),
                area.nameZh(),
                area.agency(),
                area.station(),
                new GeoPoint(inside.getY(), inside.getX()));
    }

    boolean holds(GeoPoint point) {
        return locator.locate(new Coordinate(point.longitude(), point.latitude())) != Location.EXTERIOR;
    }

    /** Whether the area's rectangle is within the doubtful distance, a cheap first question. */
    boolean isNear(GeoPoint point) {
        var around = Lines.around(point, 2 * BeatAt.DOUBTFUL_METRES);
        var box = area.outline().getEnvelopeInternal();
        return box.getMinX() <= around.east()
                && box.getMaxX() >= around.west()
                && box.getMinY() <= around.north()
                && box.getMaxY() >= around.south();
    }

    double metresToEdge(GeoPoint point) {
        return edges.stream()
                .mapToDouble(edge -> Lines.nearest(edge, point).metresTo(point))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
