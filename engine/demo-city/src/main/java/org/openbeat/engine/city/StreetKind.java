package org.openbeat.engine.city;

/** What a line of the plan is: its OpenStreetMap class, its half width in metres, whether cars use it. */
enum StreetKind {
    TRUNK("trunk", 11, true, 80),
    PRIMARY("primary", 9, true, 50),
    SECONDARY("secondary", 8, true, 50),
    TERTIARY("tertiary", 7, true, 50),
    RESIDENTIAL("residential", 5.5, true, 30),
    LIVING_STREET("living_street", 4.5, true, 10),
    PEDESTRIAN("pedestrian", 4.5, false, 0),
    FOOTWAY("footway", 2, false, 0),
    /** Railway: quarters end at it, streets pass over it on bridges. */
    RAIL("", 14, false, 0),
    /** The middle of the river: beats end at it. */
    STREAM("", 0, false, 0),
    /** The municipal boundary. */
    LIMIT("", 3, false, 0);

    final String highway;
    final double halfWidth;
    final boolean drivable;
    final int maxSpeed;

    StreetKind(String highway, double halfWidth, boolean drivable, int maxSpeed) {
        this.highway = highway;
        this.halfWidth = halfWidth;
        this.drivable = drivable;
        this.maxSpeed = maxSpeed;
    }

    boolean arterial() {
        return ordinal() <= TERTIARY.ordinal();
    }

    boolean walked() {
        return !highway.isEmpty();
    }
}
