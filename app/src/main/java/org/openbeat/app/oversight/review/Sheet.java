package org.openbeat.app.oversight.review;

import org.openbeat.app.access.purpose.AccessRecord;
import org.openbeat.app.desk.ClosedReports;

/** What a reviewer sees of a thing that was drawn. */
public sealed interface Sheet {

    /**
     * A look-up, without whose it was.
     *
     * @param words what was said with it: the reason of break glass and its justification; empty for a purpose
     */
    record LookUp(AccessRecord read, String words) implements Sheet {}

    /** A report, without who sent it. */
    record Closed(ClosedReports.Sheet report) implements Sheet {}

    /** What was erased, or limited to named people, since it was drawn: nobody can tell any more. */
    record Gone() implements Sheet {}

    /** Name of the fragment that shows it. */
    default String fragment() {
        return switch (this) {
            case LookUp lookUp -> "look-up";
            case Closed closed -> "report";
            case Gone gone -> "gone";
        };
    }
}
