package org.openbeat.app.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.MalformedException;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.SignerKey;
import org.openbeat.engine.tlog.TilePath.HashTile;
import org.openbeat.engine.tlog.UnverifiedException;
import org.springframework.stereotype.Component;

/** Checks the whole ledger from its first entry: nothing that is stored is believed except through the signed root. */
@Component
class Audit {
    /** No entry waits longer than this while a server runs. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final int CHUNK = 1024;
    private static final int MOST_FAULTS = 20;

    private final JdbcLedgerEntries entries;
    private final JdbcTree tree;
    private final SignerKey key;
    private final Clock clock;

    Audit(JdbcLedgerEntries entries, JdbcTree tree, SignerKey key, Clock clock) {
        this.entries = entries;
        this.tree = tree;
        this.key = key;
        this.clock = clock;
    }

    Verification run() {
        var faults = new ArrayList<String>();
        var head = tree.head();
        long erased = 0;
        if (head.isPresent()) {
            checkSignature(head.get(), faults);
            erased = checkEntries(head.get(), faults);
        }
        checkQueue(faults);
        return new Verification(head.map(Head::size).orElse(0L), erased, entries.pending(), faults);
    }

    private void checkSignature(Head head, List<String> faults) {
        try {
            var note = SignedNote.parse(head.note());
            note.verify(List.of(key.verifierKey()));
            var signed = Checkpoint.parse(note.text());
            if (signed.size() != head.size() || !signed.root().equals(head.root())) {
                faults.add("The signed checkpoint is of another size or root than the head that is stored.");
            }
        } catch (UnverifiedException | MalformedException e) {
            faults.add("The checkpoint is not signed by %s: %s".formatted(key.verifierKey(), e.getMessage()));
        }
    }

    private long checkEntries(Head head, List<String> faults) {
        var range = new CompactRange();
        long erased = 0;
        while (range.size() < head.size() && faults.size() < MOST_FAULTS) {
            long first = range.size();
            var chunk = tree.entries(first, (int) Math.min(CHUNK, head.size() - first));
            if (chunk.isEmpty() || chunk.getLast().position() != first + chunk.size() - 1) {
                faults.add("Entries are missing from position %d on.".formatted(first));
                return erased;
            }
            for (var entry : chunk) {
                checkEntry(entry, faults);
                range.append(Hash.ofLeaf(entry.leaf()), (level, index, hash) -> checkTile(level, index, hash, faults));
            }
            erased += chunk.stream().filter(StoredEntry::isErased).count();
        }
        if (range.size() == head.size() && !range.root().equals(head.root())) {
            faults.add("The entries do not give the root that was signed: at least one was changed or moved.");
        }
        return erased;
    }

    private static void checkEntry(StoredEntry entry, List<String> faults) {
        if (!entry.isUnchanged()) {
            faults.add("Entry %d (%s) was changed, or its payload was.".formatted(entry.position(), entry.id()));
        }
    }

    private void checkTile(int level, long index, Hash hash, List<String> faults) {
        if (level == 0 || level % 8 != 0) {
            return;
        }
        var tile = new HashTile(level / 8, index / 256, (int) (index % 256) + 1);
        var stored = tree.tile(tile);
        if (stored.size() != tile.width() || !stored.getLast().equals(hash)) {
            faults.add("The hash at position %d of tiles of level %d is wrong.".formatted(index, level / 8));
        }
    }

    private void checkQueue(List<String> faults) {
        long lost = entries.lost();
        if (lost > 0) {
            faults.add("%d entries neither wait nor have a place.".formatted(lost));
        }
        long unsigned = tree.unsigned();
        if (unsigned > 0) {
            faults.add("%d leaves stand beyond the signed head.".formatted(unsigned));
        }
        var limit = clock.instant().minus(LONGEST_WAIT);
        entries.oldestPending()
                .filter(oldest -> oldest.isBefore(limit))
                .ifPresent(oldest -> faults.add("An entry of %s still waits for its place.".formatted(oldest)));
    }
}
