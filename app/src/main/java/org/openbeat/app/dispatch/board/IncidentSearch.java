package org.openbeat.app.dispatch.board;

import org.jspecify.annotations.Nullable;

/**
 * A question to the history.
 *
 * @param text a number ({@code 12}, {@code 2026-11-25/12}) or words; empty for all
 * @param status {@code open}, {@code closed}, or null for both
 * @param page counted from 1
 * @param size rows a page, 1 to 200
 */
public record IncidentSearch(String text, @Nullable String status, int page, int size) {

    public IncidentSearch {
        text = text.strip();
        page = Math.clamp(page, 1, 1_000_000);
        size = Math.clamp(size, 1, 200);
    }

    /** Whether it is asked for words, not for a number. */
    public boolean isByWords() {
        return !text.isEmpty() && !text.matches("(\\d{4}-\\d{2}-\\d{2}/)?\\d{1,9}");
    }

    /** The same among open incidents alone. */
    public IncidentSearch amongOpen() {
        return new IncidentSearch(text, "open", page, size);
    }
}
