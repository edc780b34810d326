package org.openbeat.engine.response;

/** Where a travel time comes from; only {@link #ROAD} was measured along streets. */
public enum Provenance {
    /** The fastest way over the roads of the imported map. */
    ROAD,
    /** A guess from the distance as the crow flies; show it as a guess. */
    STRAIGHT_LINE
}
