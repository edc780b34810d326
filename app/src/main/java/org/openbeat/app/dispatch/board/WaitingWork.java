package org.openbeat.app.dispatch.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The queue: incidents for which nobody is on the way.
 *
 * @param count how many wait
 * @param overdue how many of them wait longer than their priority allows
 * @param oldestSince since when the oldest waits; null when none does
 * @param attended how many were attended and are still to be closed
 */
public record WaitingWork(int count, int overdue, @Nullable Instant oldestSince, int attended) {}
