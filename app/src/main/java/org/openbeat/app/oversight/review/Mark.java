package org.openbeat.app.oversight.review;

/** A reviewer's answer. */
public enum Mark {
    RIGHT,
    WRONG,
    CANNOT_TELL
}
