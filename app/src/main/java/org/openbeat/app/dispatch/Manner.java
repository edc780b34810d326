package org.openbeat.app.dispatch;

/** How a unit is given an incident. A busy unit's first work is never changed unless someone says so. */
public enum Manner {
    /** Its current work from now on; refused when it has other work. */
    NOW,
    /** After the work that it has. */
    STACK,
    /** Instead of the work that it has, which goes back into its stack. */
    PREEMPT
}
