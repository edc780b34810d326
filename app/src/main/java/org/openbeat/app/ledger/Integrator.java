package org.openbeat.app.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.JdbcLedgerEntries.Waiting;
import org.openbeat.app.ledger.JdbcTree.TileHash;
import org.openbeat.app.ledger.keys.KeyRing;
import org.openbeat.app.ledger.rows.RowMarks;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.TileHashes;
import org.openbeat.engine.tlog.UnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives waiting entries their place in the tree and signs the new head, all in one transaction: killed at any moment,
 * either all of it happened or none. Only the {@link Sequencer}'s thread calls it.
 */
@Component
class Integrator {
    /** Most entries at once, so that a long queue does not make one long transaction. */
    static final int BATCH = 4096;

    /** Entries between two tidyings of the queue; by then its dead rows fill about 500 kB. */
    private static final int TIDY_AFTER = 10_000;

    private static final int LEVELS_OF_A_TILE = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Integrator.class);

    private final JdbcLedgerEntries entries;
    private final JdbcTree tree;
    private final RowMarks marks;
    private final EntryMaker maker;
    private final Seals seals;
    private final KeyRing keys;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** The tree's right edge as it was after our last transaction; null when it must be read again. */
    private @Nullable CompactRange edge;

    private int takenSinceTidying;

    Integrator(
            JdbcLedgerEntries entries,
            JdbcTree tree,
            RowMarks marks,
            EntryMaker maker,
            Seals seals,
            KeyRing keys,
            Clock clock,
            TransactionTemplate transaction) {
        this.entries = entries;
        this.tree = tree;
        this.marks = marks;
        this.maker = maker;
        this.seals = seals;
        this.keys = keys;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Returns how much was taken off the queue; {@link #BATCH} or more means that more may wait. */
    int integrate() {
        boolean done = false;
        try {
            var count = transaction.execute(status -> integrateAlone());
            done = true;
            tidy(count);
            return count;
        } finally {
            if (!done) {
                edge = null;
            }
        }
    }

    private int integrateAlone() {
        tree.becomeOnlyWriter();
        keys.refresh();
        var head = tree.head().orElse(null);
        var range = edge(head);
        var taken = entries.take(BATCH);
        if (taken.isEmpty() && head != null) {
            return 0;
        }
        place(withRows(Batch.of(taken, seals), range.size()), range);
        var checkpoint = new Checkpoint(keys.verifierKey().name(), range.size(), range.root());
        tree.replaceHead(
                new Head(range.size(), range.root(), keys.sign(checkpoint).format(), clock.instant()));
        return taken.size();
    }

    /** The entries of a batch, and behind them one that binds what they left in the tables. */
    private List<Waiting> withRows(Batch batch, long first) {
        batch.forged().forEach(id -> LOG.error("Entry {} bears no seal of a server of ours and gets no place.", id));
        var waiting = new ArrayList<>(batch.entries());
        marks.bind(first + waiting.size(), batch.touches(), batch.sharing()).ifPresent(act -> {
            var entry = maker.make(act);
            entries.add(entry);
            waiting.add(new Waiting(entry.id(), entry.leaf()));
        });
        return waiting;
    }

    private void place(List<Waiting> waiting, CompactRange range) {
        if (waiting.isEmpty()) {
            return;
        }
        long first = range.size();
        var hashes = new ArrayList<Hash>(waiting.size());
        var tileHashes = new ArrayList<TileHash>();
        for (var entry : waiting) {
            hashes.add(Hash.ofLeaf(entry.leaf()));
            range.append(hashes.getLast(), (level, index, hash) -> {
                if (level > 0 && level % LEVELS_OF_A_TILE == 0) {
                    tileHashes.add(new TileHash(level / LEVELS_OF_A_TILE, index, hash));
                }
            });
        }
        tree.addLeaves(first, waiting.stream().map(Waiting::id).toList(), hashes);
        tree.addTileHashes(tileHashes);
    }

    /** Another server may have written since: then the edge is read anew. */
    private CompactRange edge(@Nullable Head head) {
        var known = edge;
        long size = head == null ? 0 : head.size();
        if (known == null
                || known.size() != size
                || (head != null && !known.root().equals(head.root()))) {
            known = new CompactRange(new TileHashes(size, tree::tile).tree());
            requireOurs(head, known);
            edge = known;
        }
        return known;
    }

    /** A log is never continued with another key, nor from a tree that does not give the root that was signed. */
    private void requireOurs(@Nullable Head head, CompactRange stored) {
        if (head == null) {
            return;
        }
        try {
            SignedNote.parse(head.note()).verify(keys.at(head.size()));
        } catch (UnverifiedException e) {
            throw new IllegalStateException(
                    "The ledger in this database was signed with another key than %s. Put its key file back."
                            .formatted(keys.verifierKey()),
                    e);
        }
        if (!stored.root().equals(head.root())) {
            throw new IllegalStateException(
                    "The ledger's tiles do not give the root that was signed. Nothing is signed until that is found.");
        }
    }

    private void tidy(int taken) {
        takenSinceTidying += taken;
        if (takenSinceTidying >= TIDY_AFTER) {
            takenSinceTidying = 0;
            entries.tidyQueue();
        }
    }
}
