package org.openbeat.app.dispatch.intervals;

/** By what incidents are put together. Never by who worked on them: the report is about places and times. */
public enum Grouping {
    NONE,
    BEAT,
    PRIORITY,
    /** The hour of the day at the place of the incident. */
    HOUR
}
