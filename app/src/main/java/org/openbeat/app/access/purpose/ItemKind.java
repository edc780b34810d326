package org.openbeat.app.access.purpose;

/** The sorts of item that a purpose can be tied to. */
public enum ItemKind {
    REPORT,
    INCIDENT,
    /** What a person asked about their own data. */
    REQUEST
}
