package org.openbeat.engine.city;

import java.util.List;

/** A part of the city between its great lines, and how it is built. */
record Quarter(int id, Face face, List<Point> ring, Point heart, Style style) {

    double area() {
        return Polygons.area(ring);
    }
}
