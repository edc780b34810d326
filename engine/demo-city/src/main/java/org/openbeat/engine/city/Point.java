package org.openbeat.engine.city;

/** A place on the city's own plane: metres east (x) and north (y) of the market square. */
record Point(double x, double y) {

    Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    Point times(double factor) {
        return new Point(x * factor, y * factor);
    }

    double dot(Point other) {
        return x * other.x + y * other.y;
    }

    double cross(Point other) {
        return x * other.y - y * other.x;
    }

    double length() {
        return StrictMath.sqrt(x * x + y * y);
    }

    double distanceTo(Point other) {
        return minus(other).length();
    }

    /** The same direction with length one; the zero vector stays as it is. */
    Point unit() {
        double length = length();
        return length == 0 ? this : times(1 / length);
    }

    /** A quarter turn to the left. */
    Point left() {
        return new Point(-y, x);
    }

    Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    double distanceToSegment(Point from, Point to) {
        return distanceTo(from.towards(to, shareAlong(from, to)));
    }

    /** How far along from → to the nearest point of the segment lies, from 0 to 1. */
    double shareAlong(Point from, Point to) {
        Point way = to.minus(from);
        double square = way.dot(way);
        return square == 0 ? 0 : StrictMath.clamp(minus(from).dot(way) / square, 0.0, 1.0);
    }

    static Point polar(double radius, double angle) {
        return new Point(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
    }
}
