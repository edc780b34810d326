package org.openbeat.engine.legaltime;

/** What comes of reckoning a clock: when it ends, or why it has not started. */
public sealed interface Reckoning permits Deadline, NotStarted {

    /**
     * The deadline of a clock that has started.
     *
     * @throws IllegalStateException if it has not
     */
    Deadline deadline();
}
