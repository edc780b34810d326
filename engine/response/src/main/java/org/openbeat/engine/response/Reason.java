package org.openbeat.engine.response;

import java.time.Duration;
import java.util.Set;

/** One fact about a unit that speaks for sending it, or against; for a person to read. */
public sealed interface Reason {

    /** It needs this long. */
    record Arrival(TravelTime time) implements Reason {}

    /** Of what is needed it can do this. */
    record HasSkills(Set<Skill> skills) implements Reason {}

    /** Of what is needed it cannot do this. */
    record LacksSkills(Set<Skill> skills) implements Reason {}

    /** Its position is this old; when {@code stale}, it may be somewhere else by now. */
    record PositionAge(Duration age, boolean stale) implements Reason {}

    /** Nobody knows where it is. */
    record NoPosition() implements Reason {}

    /** Somebody must confirm that it may be sent. */
    record MustBeAsked() implements Reason {}

    /** Its status forbids sending it. */
    record NotAvailable() implements Reason {}
}
