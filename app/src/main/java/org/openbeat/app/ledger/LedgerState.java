package org.openbeat.app.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the ledger stands, for those who watch over it.
 *
 * @param size entries that have their place in the tree
 * @param waiting entries that wait for theirs
 * @param oldestWaiting when the one was recorded that has waited longest; null if none waits
 * @param late whether that is longer than it should be
 * @param recent the newest acts, newest first
 */
public record LedgerState(
        long size, long waiting, @Nullable Instant oldestWaiting, boolean late, List<RecentAct> recent) {

    public LedgerState {
        recent = List.copyOf(recent);
    }

    /** An act as the ledger names it; who did it stands in the entry under a pseudonym. */
    public record RecentAct(Instant at, String action, String subjectKind, String subjectId) {}
}
