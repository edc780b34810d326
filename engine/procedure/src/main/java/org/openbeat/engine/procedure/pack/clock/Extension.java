package org.openbeat.engine.procedure.pack.clock;

import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Basis;

/**
 * A longer limit that a named authority may grant before the end.
 *
 * @param span what is added, or the whole length when {@code total}
 * @param by who grants it
 * @param atMost how often
 */
public record Extension(String name, Span span, boolean total, AuthorityId by, int atMost, Basis basis) {}
