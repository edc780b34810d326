package org.openbeat.engine.legaltime;

/** Why something that would have lengthened a clock does not. */
public enum VoidReason {
    /** The rule does not list it. */
    NOT_LISTED,
    /** Nobody has read the text that allows it. */
    UNVERIFIED,
    WRONG_AUTHORITY,
    /** By a person who works on the case. */
    BY_INVESTIGATOR,
    NO_REASONS,
    NOT_HEARD,
    /** The rung of the ladder before it does not stand. */
    RUNG_MISSING,
    TOO_OFTEN,
    /** Before the event that it must wait for. */
    TOO_EARLY,
    /** Asked for when the clock had run out. */
    REQUESTED_TOO_LATE,
    /** Decided when the clock had run out. */
    DECIDED_TOO_LATE,
    /** The amount is not one that this rule knows. */
    WRONG_AMOUNT,
    /** Nobody with the power to approve it did. */
    NOT_APPROVED
}
