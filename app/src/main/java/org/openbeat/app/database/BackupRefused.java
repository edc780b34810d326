package org.openbeat.app.database;

/** A backup or a restore that cannot be done, in words for the operator: what is wrong, and what to do about it. */
final class BackupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
