package org.openbeat.engine.legaltime.rule;

import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.source.Source;

/**
 * The longest that a clock may run, whatever extends it or starts it afresh.
 *
 * @param reading how it is counted
 * @param from the event that it is counted from; null for the first start of the clock. Until the event has happened
 *     the cap does not bind
 */
public record Cap(Reading reading, @Nullable EventName from) {

    public Source source() {
        return reading.source();
    }
}
