package org.openbeat.app.desk;

/** By which way a report came to the desk. */
public enum Channel {
    WEB,
    PHONE,
    OPEN311
}
