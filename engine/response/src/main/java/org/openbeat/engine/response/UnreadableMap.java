package org.openbeat.engine.response;

import java.nio.file.Path;

/** The file given as a map cannot be used as one. */
public final class UnreadableMap extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableMap(Path file, String what, Throwable cause) {
        super("The map %s cannot be read: %s".formatted(file, what), cause);
    }

    public UnreadableMap(Path file, String what) {
        super("The map %s cannot be read: %s".formatted(file, what));
    }
}
