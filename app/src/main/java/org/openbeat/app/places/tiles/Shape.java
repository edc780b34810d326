package org.openbeat.app.places.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * What is drawn, flat on the square world. Rings of areas turn as the tile format wants it: outer ones clockwise as
 * seen on the screen, holes the other way, each hole behind its outer ring.
 */
record Shape(Type type, List<Coordinate[]> parts) {

    /** The numbers are those of the tile format. */
    enum Type {
        POINT(1),
        LINE(2),
        AREA(3);

        final int number;

        Type(int number) {
            this.number = number;
        }
    }

    static Shape of(Geometry degrees) {
        var parts = new ArrayList<Coordinate[]>();
        for (var i = 0; i < degrees.getNumGeometries(); i++) {
            addParts(parts, degrees.getGeometryN(i));
        }
        var first = degrees.getGeometryN(0);
        var type = first instanceof Point ? Type.POINT : first instanceof LineString ? Type.LINE : Type.AREA;
        return new Shape(type, parts);
    }

    private static void addParts(List<Coordinate[]> parts, Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            if (polygon.isEmpty()) {
                return;
            }
            parts.add(turned(Mercator.project(polygon.getExteriorRing().getCoordinates()), true));
            for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                parts.add(turned(Mercator.project(polygon.getInteriorRingN(hole).getCoordinates()), false));
            }
        } else {
            parts.add(Mercator.project(geometry.getCoordinates()));
        }
    }

    /** On the screen y grows downwards, so what turns clockwise there is what JTS calls negative. */
    private static Coordinate[] turned(Coordinate[] ring, boolean outer) {
        return isOuter(ring) == outer ? ring : reversed(ring);
    }

    static boolean isOuter(Coordinate[] ring) {
        return Area.ofRingSigned(ring) < 0;
    }

    private static Coordinate[] reversed(Coordinate[] ring) {
        var list = Arrays.asList(ring.clone());
        Collections.reverse(list);
        return list.toArray(Coordinate[]::new);
    }
}
