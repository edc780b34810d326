package org.openbeat.engine.procedure.cel;

/**
 * A compiled guard. It is immutable and may be shared by threads.
 *
 * @param <S> what the values are read from
 */
public final class CelProgram<S> {
    private final String text;
    private final Node<S> node;

    CelProgram(String text, Node<S> node) {
        this.text = text;
        this.node = node;
    }

    /** The expression as it was written. */
    public String text() {
        return text;
    }

    /** {@link Boolean}, or {@link CelError} when it can't be told; which of the two fails closed is the caller's. */
    public Object evaluate(S scope) {
        return node.on(scope);
    }

    /** Whether it is certainly true: an error isn't. */
    public boolean holds(S scope) {
        return Boolean.TRUE.equals(node.on(scope));
    }
}
