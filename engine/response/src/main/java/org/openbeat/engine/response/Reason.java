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

    /** Its position cannot be right, or is not on the map. */
    record PositionDoubted(PositionTrust why) implements Reason {}

    /** Nobody knows where it is. */
    record NoPosition() implements Reason {}

    /** Somebody must confirm that it may be sent. */
    record MustBeAsked() implements Reason {}

    /** Its status forbids sending it. */
    record NotAvailable() implements Reason {}

    /** It has work and is expected to be free after this time, which its rank counts in. */
    record FreeSoon(Duration in) implements Reason {}

    /**
     * It is on the way to an incident of this priority, which a rule lets go without it.
     *
     * @param gain so much sooner it must be there to be taken; its rank counts that in
     */
    record TakenFrom(int priority, Duration gain) implements Reason {}

    /** If it goes, the share of demand that is covered falls by this. */
    record CoverageLoss(double share) implements Reason {}

    /** It had work in this share of its time. */
    record Workload(double share) implements Reason {}

    /** Its shift ends after this time; negative when it is over. */
    record ShiftEnds(Duration in) implements Reason {}

    /**
     * It would be there sooner than the slowest unit proposed, and yet is not proposed.
     *
     * @param sooner by how much
     */
    record PassedOver(Cause cause, Duration sooner) implements Reason {}

    /** Why a nearer unit is not proposed. */
    enum Cause {
        NOT_AVAILABLE,
        MUST_BE_ASKED,
        SKILLS,
        POSITION,
        /** It is sooner by little, and more would be left without cover. */
        COVERAGE,
        /** It is sooner by little, and has had more work. */
        WORKLOAD,
        /** It is sooner by little, and its shift ends. */
        SHIFT_END,
        /** It is on its way elsewhere or not free yet, and not soon enough to be worth it. */
        COMMITTED
    }
}
