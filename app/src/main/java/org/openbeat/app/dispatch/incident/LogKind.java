package org.openbeat.app.dispatch.incident;

/** What an entry of an incident's log tells. */
public enum LogKind {
    OPENED,
    CALL,
    /** It was written on a card while the system was out, and entered afterwards. */
    CARD,
    REPORT,
    NOTE,
    TYPE,
    PRIORITY,
    LOCATION,
    LOCATION_CONFIRMED,
    AGENCY,
    RESTRICTED,
    RESTRICTION_LIFTED,
    /** Someone of the room has it in hand. */
    CLAIMED,
    /** Someone has it in hand in the place of another. */
    TAKEN_OVER,
    UNCLAIMED,
    UNIT_ASSIGNED,
    /** The unit that was sent is not the one that was recommended; the entry holds both. */
    OTHER_CHOSEN,
    /** Why it was chosen. */
    CHOICE_EXPLAINED,
    UNIT_STACKED,
    /** The unit left it for more urgent work and has it still in its stack. */
    UNIT_PREEMPTED,
    UNIT_ACKNOWLEDGED,
    UNIT_EN_ROUTE,
    UNIT_ON_SCENE,
    UNIT_TRANSPORTING,
    UNIT_CLEARED,
    UNIT_CANCELLED,
    /** A message of a unit that came after the status had moved on; nothing else changed. */
    UNIT_LATE,
    /** The crews at the scene were asked whether they are well. */
    ROLL_CALL,
    /** A crew said that it is well. */
    ROLL_ANSWER,
    /** A firm was called in its turn. */
    CONTRACTOR_CALLED,
    /** A firm whose turn it was was passed over for a reason. */
    CONTRACTOR_SKIPPED,
    /** This incident is the same as another, which is the authoritative one. */
    JOINED_TO,
    /** Another incident is the same as this one. */
    JOINED_BY,
    CLOSE_ARMED,
    CLOSE_DISARMED,
    CLOSED,
    CLOSED_BY_TIMER,
    REOPENED
}
