package org.openbeat.engine.response;

/** Whether a position can be what it says. Only a good one counts like a fact; the others are shown with their doubt. */
public enum PositionTrust {
    GOOD,
    /** So old that the unit may be elsewhere by now. */
    TOO_OLD,
    /** Farther from the one before than any vehicle drives in the time between. */
    JUMPED,
    /** Outside the area that the map shows. */
    OUTSIDE_MAP
}
