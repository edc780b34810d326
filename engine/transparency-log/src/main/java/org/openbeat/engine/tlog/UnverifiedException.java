package org.openbeat.engine.tlog;

/** A note or receipt does not prove what it claims; the message says why, in words for its holder. */
public class UnverifiedException extends Exception {

    public UnverifiedException(String message) {
        super(message);
    }

    public UnverifiedException(String message, Throwable cause) {
        super(message, cause);
    }
}
