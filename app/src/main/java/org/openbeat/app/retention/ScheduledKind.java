package org.openbeat.app.retention;

import org.jspecify.annotations.Nullable;

/**
 * A kind of data with what is known of its period.
 *
 * @param from the event that the period runs from, a word of the messages
 * @param example what comes with Openbeat; it starts nothing
 * @param confirmed what is in force; null while the kind is simply kept
 */
public record ScheduledKind(
        String kind,
        String from,
        @Nullable Example example,
        @Nullable Schedule confirmed) {}
