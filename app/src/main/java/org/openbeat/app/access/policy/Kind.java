package org.openbeat.app.access.policy;

/** The kinds of item that belong to an agency. What hangs on an item (photos, entries, calls, positions) is part of it. */
public enum Kind {
    REPORT,
    /** A report that complains about an officer; the officer's chain of command must not know of it. */
    COMPLAINT,
    INCIDENT,
    UNIT
}
