package org.openbeat.engine.legaltime.calendar;

/** A calendar that refuses to guess was asked about a year whose table it has not. */
public final class UnknownYearException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String calendar;
    private final int year;

    UnknownYearException(String calendar, int year) {
        super("""
                The calendar %s has no table for %d.
                Maybe the notice of its holidays is out: enter its days and its number.""".formatted(calendar, year));
        this.calendar = calendar;
        this.year = year;
    }

    public String calendar() {
        return calendar;
    }

    public int year() {
        return year;
    }
}
