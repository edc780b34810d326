package org.openbeat.app.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.Finding.Kind;
import org.openbeat.app.ledger.keys.KeyRing;
import org.openbeat.app.ledger.rows.RowCheck;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.MalformedException;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.TileHashes;
import org.openbeat.engine.tlog.UnverifiedException;
import org.springframework.stereotype.Component;

/**
 * Checks the whole ledger from its first entry, and the tables against it: nothing that is stored is believed except
 * through the signed root.
 */
@Component
class Audit {
    /** No entry waits longer than this while a server runs. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final int MOST = 100;
    private static final long TELL_EVERY = 100_000;

    private final JdbcAudit audit;
    private final JdbcLedgerEntries entries;
    private final JdbcTree tree;
    private final RowCheck rows;
    private final KeyRing keys;
    private final Clock clock;

    Audit(JdbcAudit audit, JdbcLedgerEntries entries, JdbcTree tree, RowCheck rows, KeyRing keys, Clock clock) {
        this.audit = audit;
        this.entries = entries;
        this.tree = tree;
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Checks everything as the caller's transaction sees it.
     *
     * @param kept checkpoints of this log that somebody kept, to be found again in it
     * @param progress hears now and then how far the check is
     */
    Verification run(List<SignedNote> kept, Consumer<String> progress) {
        var findings = new Findings();
        var head = tree.head().orElse(null);
        long size = head == null ? 0 : head.size();
        long erased = 0;
        long there = 0;
        Map<Long, RowCheck.Bound> bound = Map.of();
        if (head != null) {
            checkSignature(head, findings);
            var check = new EntryCheck(audit, tree, findings, done -> tell(done, size, progress));
            check.run(head);
            erased = check.erased();
            there = check.read();
            bound = check.bound();
        }
        kept.forEach(note -> checkKept(note, head, findings));
        checkQueue(size, head == null ? audit.entries() : there, erased, findings);
        long proven = audit.rows();
        progress.accept("%,d rows of the tables".formatted(proven));
        rows.faults(bound).forEach(fault -> findings.add(Finding.of(fault)));
        var named = findings.named(id -> audit.name(id).orElse(null));
        return new Verification(size, erased, entries.pending(), proven, named);
    }

    private static void tell(long done, long size, Consumer<String> progress) {
        if (done / TELL_EVERY > (done - 1) / TELL_EVERY || done == size) {
            progress.accept("%,d of %,d entries".formatted(done, size));
        }
    }

    private void checkSignature(Head head, Findings findings) {
        try {
            var note = SignedNote.parse(head.note());
            note.verify(keys.at(head.size()));
            var signed = Checkpoint.parse(note.text());
            if (signed.size() != head.size() || !signed.root().equals(head.root())) {
                findings.add(
                        Kind.FORGED,
                        "the head",
                        head.signedAt(),
                        "The signed checkpoint is of another size or root than the head that is stored.");
            }
        } catch (UnverifiedException | MalformedException e) {
            findings.add(
                    Kind.WRONG_KEY,
                    "the checkpoint",
                    head.signedAt(),
                    "It is not signed by %s: %s".formatted(keys.verifierKey(), e.getMessage()));
        }
    }

    /** A checkpoint that we signed once must be the root of the log's beginning, for ever. */
    private void checkKept(SignedNote note, @Nullable Head head, Findings findings) {
        var kept = Checkpoint.parse(note.text());
        var record = "the kept checkpoint of size %d".formatted(kept.size());
        try {
            note.verify(keys.at(kept.size()));
        } catch (UnverifiedException e) {
            findings.add(Kind.WRONG_KEY, record, null, String.valueOf(e.getMessage()));
            return;
        }
        if (head == null || kept.size() > head.size()) {
            long size = head == null ? 0 : head.size();
            findings.add(Kind.ROLLBACK, record, null, "The log has only %d entries now.".formatted(size));
        } else if (!new TileHashes(kept.size(), tree::tile).tree().root().equals(kept.root())) {
            findings.add(Kind.FORK, record, null, "The log's first entries are others than those that were signed.");
        }
    }

    private void checkQueue(long size, long there, long erased, Findings findings) {
        // To ask each entry for its place takes long, and says nothing where their number is right.
        if (!findings.areNone() || there != size + entries.pending()) {
            audit.lost(MOST)
                    .forEach(lost -> findings.add(
                            Kind.FORGED,
                            "entry " + lost.id() + " " + lost.act(),
                            lost.at(),
                            "It neither waits nor has a place in the tree: no server of ours wrote it."));
        }
        if (erased > 0) {
            audit.erasedWithoutAct(MOST)
                    .forEach(gone -> findings.add(
                            Kind.REMOVED,
                            "the payload of entry " + gone.id() + " " + gone.act(),
                            gone.at(),
                            "No erasure of it was recorded."));
        }
        long unsigned = tree.unsigned();
        if (unsigned > 0) {
            findings.add(Kind.FORGED, unsigned + " leaves", null, "They stand beyond the signed head.");
        }
        var limit = clock.instant().minus(LONGEST_WAIT);
        entries.oldestPending()
                .filter(oldest -> oldest.isBefore(limit))
                .ifPresent(oldest -> findings.add(Kind.WAITING, "an entry", oldest, "It still waits for its place."));
    }
}
