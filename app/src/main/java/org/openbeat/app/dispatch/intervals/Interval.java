package org.openbeat.app.dispatch.intervals;

/** A part of a response, from one moment to another. */
public enum Interval {
    CALL_TO_DISPATCH,
    DISPATCH_TO_EN_ROUTE,
    EN_ROUTE_TO_ARRIVAL,
    /** What the caller waits. */
    CALL_TO_ARRIVAL,
    ARRIVAL_TO_CLEAR
}
