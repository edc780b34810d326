package org.openbeat.app.access.policy;

/** What may be done with an item. */
public enum Act {
    /** See it at all: as a line of a list or a search, in full, in the live stream, its files, in an export. */
    READ,
    /** Write on it, answer it, change what it says, close it. */
    CHANGE,
    /** Send units to it, call them off, give a unit a status. */
    SEND,
    /** Make another agency responsible; whether one's own keeps reading is chosen with it. */
    HAND_OVER,
    /** Limit it to named people, or lift the limit. */
    RESTRICT
}
