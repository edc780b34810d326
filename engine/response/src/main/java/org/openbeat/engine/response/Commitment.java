package org.openbeat.engine.response;

import java.time.Duration;

/** What a unit is bound to at the moment. */
public sealed interface Commitment {

    /** Nothing. */
    record None() implements Commitment {}

    /** It was sent to an incident of this priority and is not there yet; 1 is the most urgent. */
    record OnTheWay(int priority) implements Commitment {}

    /** It is expected to be free after this time, where it is now. */
    record FreeSoon(Duration in) implements Commitment {}
}
