package org.openbeat.app.retention;

import java.util.List;
import java.util.SortedMap;

/**
 * What an erasure would change.
 *
 * @param rows rows by table
 * @param obstacles keys of messages that say why not; empty when nothing stands against it
 * @param holds legal holds on it
 */
public record Extent(SortedMap<String, Long> rows, List<String> obstacles, List<Hold> holds) {

    public boolean isFree() {
        return obstacles.isEmpty() && holds.isEmpty();
    }

    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
