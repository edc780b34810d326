package org.openbeat.app.access.purpose;

/** What a look-up stands on. */
public enum Basis {
    /** The reader works on it: their report, their beat, their unit's incident, an incident open in their room. */
    ASSIGNED,
    /** A purpose that was stated and checked. */
    PURPOSE,
    BREAK_GLASS,
    /** The duty of the oversight body. */
    OVERSIGHT,
    /** A list that shows only what is needed to choose. */
    OUTLINE
}
