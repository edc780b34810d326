package org.openbeat.engine.tlog;

/** Something is not written as its specification demands; the message says what, in words for a reader. */
public class MalformedException extends IllegalArgumentException {

    public MalformedException(String message) {
        super(message);
    }

    public MalformedException(String message, Throwable cause) {
        super(message, cause);
    }
}
