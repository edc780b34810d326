package org.openbeat.witness;

import java.io.Serial;

/** The witness can't start; the message says why, in words for its operator. */
public class WitnessException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    WitnessException(String message) {
        super(message);
    }

    WitnessException(String message, Throwable cause) {
        super(message, cause);
    }
}
