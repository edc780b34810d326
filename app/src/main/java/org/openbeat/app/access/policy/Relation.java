package org.openbeat.app.access.policy;

/** How a person stands to an item. Several may hold at once; on a restricted item only the first two count. */
public enum Relation {
    /** The item is limited to named people and this is one of them. */
    NAMED,
    /** It is given to the person: the officer who took a report on, the crew that was sent to an incident. */
    MY_ASSIGNMENT,
    /** It lies in a beat for which the person answers. */
    MY_BEAT,
    /** The person's own agency is responsible. */
    MY_AGENCY,
    /** An agency below the person's own is responsible. */
    AGENCY_BELOW,
    /** An agency above the person's own is responsible: who must answer sees what the parent opened. */
    AGENCY_ABOVE,
    /** It is shared with the person's agency or one below: that agency opened it, sent a unit, or kept reading it. */
    SHARED,
    /** Wherever it is: the oversight body is of no agency that it watches over. */
    ANYWHERE
}
