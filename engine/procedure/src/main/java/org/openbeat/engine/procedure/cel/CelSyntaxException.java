package org.openbeat.engine.procedure.cel;

/** An expression that isn't in the language, or names what is not declared. */
public final class CelSyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    private final int offset;

    CelSyntaxException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** Where in the expression, in characters from 0. */
    public int offset() {
        return offset;
    }
}
