package org.openbeat.engine.legaltime.rule;

import org.openbeat.engine.legaltime.source.Source;

/**
 * One way to read how a period is counted. A rule has several when two texts disagree, or one text can be read twice.
 *
 * @param term how long
 * @param start whether the hour or the day of the start counts
 * @param startRoll whether a day clock that would start on a day off starts on the next working day
 * @param end when the last day ends
 * @param roll whether a last day off moves the end to the next working day
 * @param source the article
 * @param note why it is read so; empty where the text leaves no choice
 */
public record Reading(Term term, Start start, Roll startRoll, End end, Roll roll, Source source, String note) {

    /** Whether the hour or the day in which it starts counts. */
    public enum Start {
        /** Hours run from the very moment; days and months begin with the day of the start. */
        COUNTED,
        /** Hours run from the next full hour of the place; days and months from the day after. */
        NOT_COUNTED
    }

    /** When the last day ends. */
    public enum End {
        /** At 24:00, which is the next day's 00:00 and no longer inside. */
        MIDNIGHT,
        /** When the offices close, where the calendar has hours; else at 24:00. */
        CLOSE_OF_BUSINESS,
        /** Hours alone: with the court session that is on or, when none is on, with the next. */
        COURT_SESSION
    }

    /** What becomes of a day that is not worked. */
    public enum Roll {
        NONE,
        NEXT_WORKING_DAY
    }

    public Reading {
        if (term.isElapsed() && (roll != Roll.NONE || startRoll != Roll.NONE || end == End.CLOSE_OF_BUSINESS)) {
            throw new IllegalArgumentException("A period in hours does not roll to another day: " + source);
        }
        if (!term.isElapsed() && end == End.COURT_SESSION) {
            throw new IllegalArgumentException("Only a period in hours ends with a session: " + source);
        }
    }

    /** Hours from the very moment of the start. */
    public static Reading hours(int hours, Source source) {
        return fromTheMoment(Term.hours(hours), source);
    }

    /** A term of hours from the very moment of the start. */
    public static Reading fromTheMoment(Term term, Source source) {
        return new Reading(term, Start.COUNTED, Roll.NONE, End.MIDNIGHT, Roll.NONE, source, "");
    }

    /** Days or months after the day of the start, to 24:00 of the last day, which does not roll. */
    public static Reading after(Term term, Source source) {
        return new Reading(term, Start.NOT_COUNTED, Roll.NONE, End.MIDNIGHT, Roll.NONE, source, "");
    }

    /** Days or months that begin with the day of the start, to 24:00 of the last day, which does not roll. */
    public static Reading beginningWith(Term term, Source source) {
        return new Reading(term, Start.COUNTED, Roll.NONE, End.MIDNIGHT, Roll.NONE, source, "");
    }

    /** The same, but a last day off moves the end to the next working day. */
    public Reading rolling() {
        return new Reading(term, start, startRoll, end, Roll.NEXT_WORKING_DAY, source, note);
    }

    /** The same, but what happens on a day off counts as of the next working day. */
    public Reading startingOnWorkingDays() {
        return new Reading(term, start, Roll.NEXT_WORKING_DAY, end, roll, source, note);
    }

    public Reading endingAt(End newEnd) {
        return new Reading(term, start, startRoll, newEnd, roll, source, note);
    }

    public Reading startCounted(Start newStart) {
        return new Reading(term, newStart, startRoll, end, roll, source, note);
    }

    public Reading noted(String newNote) {
        return new Reading(term, start, startRoll, end, roll, source, newNote);
    }
}
