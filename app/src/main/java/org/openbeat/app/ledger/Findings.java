package org.openbeat.app.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.Finding.Kind;
import org.openbeat.app.ledger.JdbcAudit.Named;

/** Findings as they come up, from several threads; entries among them get their names at the end. */
final class Findings {
    /** Nobody reads more, and one deed may touch everything. */
    private static final int MOST = 1000;

    private record Found(Finding finding, @Nullable UUID entry) {}

    private final List<Found> all = new ArrayList<>();

    void add(Finding finding) {
        add(new Found(finding, null));
    }

    void add(Kind kind, String record, @Nullable Instant at, String detail) {
        add(new Finding(kind, record, at, detail));
    }

    void add(Kind kind, String record, @Nullable Instant at, String detail, UUID entry) {
        add(new Found(new Finding(kind, record, at, detail), entry));
    }

    private synchronized void add(Found found) {
        if (all.size() < MOST) {
            all.add(found);
        }
    }

    synchronized boolean areNone() {
        return all.isEmpty();
    }

    synchronized boolean areEnough() {
        return all.size() >= MOST;
    }

    /** The findings, those of entries with the act and its time. */
    synchronized List<Finding> named(Function<UUID, @Nullable Named> names) {
        return all.stream().map(found -> named(found, names)).toList();
    }

    private static Finding named(Found found, Function<UUID, @Nullable Named> names) {
        var entry = found.entry() == null ? null : names.apply(found.entry());
        var finding = found.finding();
        return entry == null
                ? finding
                : new Finding(finding.kind(), finding.record() + " " + entry.act(), entry.at(), finding.detail());
    }
}
