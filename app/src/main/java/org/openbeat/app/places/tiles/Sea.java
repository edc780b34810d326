package org.openbeat.app.places.tiles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The sea inside the rectangle of an extract. OpenStreetMap draws no sea, only its coast, with the water on the right of
 * its direction; so the coasts cut the rectangle in pieces and each piece asks the coasts beside it.
 */
final class Sea {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double A_LITTLE = 2e-6; // degrees, about 20 cm

    private final Envelope area;
    private final List<LineString> coasts;

    Sea(Envelope area, List<LineString> coasts) {
        this.area = area;
        this.coasts = coasts;
    }

    List<Geometry> pieces() {
        if (coasts.isEmpty()) {
            return List.of();
        }
        var frame = ((Polygon) GEOMETRY.toGeometry(area)).getExteriorRing();
        var lines = new ArrayList<Geometry>(List.of(frame));
        lines.addAll(coasts);
        lines.addAll(waysToTheEdge());
        var cut = new Polygonizer();
        cut.add(UnaryUnionOp.union(lines));
        @SuppressWarnings("unchecked")
        Collection<Geometry> pieces = cut.getPolygons();
        return pieces.stream().filter(this::isSea).toList();
    }

    /** A coast that ends inside the rectangle is led straight to its edge, or its piece would not close. */
    private List<LineString> waysToTheEdge() {
        var merger = new LineMerger();
        merger.add(coasts);
        var ways = new ArrayList<LineString>();
        for (var merged : merger.getMergedLineStrings()) {
            var line = (LineString) merged;
            if (!line.isClosed()) {
                ways.add(straightToEdge(line.getCoordinateN(0)));
                ways.add(straightToEdge(line.getCoordinateN(line.getNumPoints() - 1)));
            }
        }
        ways.removeIf(way -> way.getLength() == 0);
        return ways;
    }

    private LineString straightToEdge(Coordinate end) {
        var west = end.x - area.getMinX();
        var east = area.getMaxX() - end.x;
        var south = end.y - area.getMinY();
        var north = area.getMaxY() - end.y;
        var least = Math.min(Math.min(west, east), Math.min(south, north));
        var edge = least == west
                ? new Coordinate(area.getMinX(), end.y)
                : least == east
                        ? new Coordinate(area.getMaxX(), end.y)
                        : new Coordinate(end.x, least == south ? area.getMinY() : area.getMaxY());
        return GEOMETRY.createLineString(new Coordinate[] {end, edge});
    }

    /** More of the coast's right side lies in it than of the left side. */
    private boolean isSea(Geometry piece) {
        var locator = new IndexedPointInAreaLocator(piece);
        var box = piece.getEnvelopeInternal();
        var votes = 0;
        for (var coast : coasts) {
            if (box.intersects(coast.getEnvelopeInternal())) {
                votes += votes(coast, locator);
            }
        }
        return votes > 0;
    }

    private static int votes(LineString coast, IndexedPointInAreaLocator locator) {
        var votes = 0;
        for (var i = 1; i < coast.getNumPoints(); i++) {
            var from = coast.getCoordinateN(i - 1);
            var to = coast.getCoordinateN(i);
            var length = from.distance(to);
            if (length > 0) {
                var east = (to.y - from.y) / length * A_LITTLE;
                var north = -(to.x - from.x) / length * A_LITTLE;
                var middle = new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
                votes += holds(locator, middle.x + east, middle.y + north);
                votes -= holds(locator, middle.x - east, middle.y - north);
            }
        }
        return votes;
    }

    private static int holds(IndexedPointInAreaLocator locator, double x, double y) {
        return locator.locate(new Coordinate(x, y)) == Location.EXTERIOR ? 0 : 1;
    }
}
