package org.openbeat.engine.procedure.cel;

/** A compiled part of an expression: a value, or {@link CelError}. */
@FunctionalInterface
interface Node<S> {
    Object on(S scope);

    /** @param type what it gives when it gives no error */
    record Typed<S>(Node<S> node, CelType type) {}
}
