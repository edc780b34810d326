package org.openbeat.app.access.factors;

/** What somebody has beside a password. */
public enum Factor {
    /** An authenticator app that shows codes by the clock (RFC 6238). */
    APP,
    /** A passkey; it replaces the password too. */
    PASSKEY
}
