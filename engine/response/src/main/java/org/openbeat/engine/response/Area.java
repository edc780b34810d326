package org.openbeat.engine.response;

import java.util.List;

/** A part of the map. */
public sealed interface Area {

    /** Everything within a distance in metres of a point. */
    record Circle(Point centre, double metres) implements Area {
        public Circle {
            if (!(metres > 0)) {
                throw new IllegalArgumentException("A circle of " + metres + " metres holds no road.");
            }
        }
    }

    /** Everything inside a ring of at least three corners; the last is joined to the first. */
    record Polygon(List<Point> corners) implements Area {
        public Polygon {
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("An area needs three corners, this has " + corners.size() + ".");
            }
        }
    }
}
