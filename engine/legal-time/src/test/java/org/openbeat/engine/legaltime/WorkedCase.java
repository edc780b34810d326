package org.openbeat.engine.legaltime;

import java.util.List;

/**
 * A case of a law worked by hand, which the engine must work the same.
 *
 * @param id its number
 * @param clock which clock, and what happened
 * @param expected what comes out, as the case says
 * @param source the articles
 * @param note why it is read so, where the text leaves a choice; empty where it does not
 * @param work works it, checks it and returns what it shows
 */
record WorkedCase(String id, String clock, String expected, String source, String note, Work work) {

    /** Works a case and fails if it comes out otherwise. */
    @FunctionalInterface
    interface Work {
        List<Deadline> run();
    }

    static WorkedCase of(String id, String clock, String expected, String source, Work work) {
        return new WorkedCase(id, clock, expected, source, "", work);
    }

    WorkedCase noted(String why) {
        return new WorkedCase(id, clock, expected, source, why, work);
    }
}
