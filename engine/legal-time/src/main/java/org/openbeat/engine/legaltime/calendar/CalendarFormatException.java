package org.openbeat.engine.legaltime.calendar;

/** A line of a yearly table that can't be read or can't be right. */
public final class CalendarFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    CalendarFormatException(int line, String message) {
        super("line " + line + ": " + message);
        this.line = line;
    }

    /** From 1. */
    public int line() {
        return line;
    }
}
