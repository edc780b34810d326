package org.openbeat.app.dispatch.incident;

/** How far the position of an incident can be believed. */
public enum LocationTrust {
    /** A house, a crossing or a landmark that was found, or a point that someone set on the map. */
    EXACT,
    /** Someone confirmed it, whatever it was before. */
    CONFIRMED,
    /** Near it at best: the nearest address, a street without a number, a coarse fix of a phone. */
    APPROXIMATE,
    /** The middle of something large, such as a district or a town. */
    CENTROID,
    /** Outside the area for which this organisation is responsible. */
    OUTSIDE,
    /** Words only. */
    NO_POSITION;

    /** Whether units may be sent there without anyone confirming it first. */
    public boolean isSure() {
        return this == EXACT || this == CONFIRMED;
    }
}
