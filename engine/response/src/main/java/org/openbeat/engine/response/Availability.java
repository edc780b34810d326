package org.openbeat.engine.response;

/** Whether a unit may be sent, by its status. */
public enum Availability {
    FREE,
    /** It may be sent when somebody confirms it, as when it has work that can wait. */
    ASK_FIRST,
    /** It may not be sent. */
    UNAVAILABLE
}
