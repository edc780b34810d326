package org.openbeat.engine.response.queueing;

/** What becomes of a call that finds every unit busy. */
public enum Line {
    /** Somebody else takes it: the call is lost to this system. */
    ZERO,
    /** It waits, first come first served, however many wait already. */
    INFINITE
}
