package org.openbeat.engine.legaltime.calendar;

/** What kind of day a day is for the offices of a place. */
public enum DayKind {
    WORKING(true),
    /** A day of weekly rest that the yearly table makes a working day. */
    WORKED_WEEKEND(true),
    WEEKLY_REST(false),
    HOLIDAY(false),
    /** Closed in this place alone, by a local order. */
    CLOSED(false);

    private final boolean working;

    DayKind(boolean working) {
        this.working = working;
    }

    public boolean isWorking() {
        return working;
    }
}
