package org.openbeat.app.dispatch.intervals;

import java.time.Instant;

/**
 * A question to the report.
 *
 * @param from the first moment of a call that counts
 * @param to the first that counts no more
 */
public record IntervalQuestion(Interval interval, Grouping grouping, Instant from, Instant to) {}
