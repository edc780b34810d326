package org.openbeat.app.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.ledger.JdbcTree.TileHash;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.InclusionProof;
import org.openbeat.engine.tlog.TileHashes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code ledger-measure-proofs}: how long an inclusion proof takes in a log of so many entries as the argument says, by
 * default ten million, beside a look-up by primary key. It replaces the log by made-up leaves, so it refuses one that has
 * real ones. Prints lines {@code measured NAME OURS REFERENCE}.
 */
@Component
class MeasureProofsCommand implements OneOffCommand {
    private static final int PROOFS = 5_000;
    private static final int ROUNDS = 5;

    /** A prime, so that its multiples wander over the whole log. */
    private static final long STRIDE = 7_919_783;

    private static final int AT_ONCE = 5_000;

    private final JdbcMeasure measure;
    private final JdbcTree tree;
    private final Sequencer sequencer;
    private final TransactionTemplate transaction;

    MeasureProofsCommand(JdbcMeasure measure, JdbcTree tree, Sequencer sequencer, TransactionTemplate transaction) {
        this.measure = measure;
        this.tree = tree;
        this.sequencer = sequencer;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "ledger-measure-proofs";
    }

    @Override
    public int run(String argument) {
        if (tree.head().map(Head::size).orElse(0L) > 1000) {
            System.err.println("This ledger has acts of its own; measure on an empty data folder.");
            return 2;
        }
        sequencer.stop();
        long size = argument.isBlank() ? 10_000_000 : Long.parseLong(argument);
        transaction.executeWithoutResult(status -> measure.replaceLeaves(size));
        var root = transaction.execute(status -> fillTiles());
        measure.analyze();
        var reads = new AtomicInteger();
        var tiles = new KeptTiles(tile -> {
            reads.incrementAndGet();
            return tree.tile(tile);
        });
        prove(0, size, tiles, root); // The tiles of the right edge are read once for each head.
        for (int round = 0; round < ROUNDS; round++) {
            measure(round, size, tiles, reads, root);
        }
        return 0;
    }

    private void measure(int round, long size, KeptTiles tiles, AtomicInteger reads, Hash root) {
        var most = new AtomicInteger();
        double proof = p99(round, size, index -> {
            int before = reads.get();
            prove(index, size, tiles, root);
            most.accumulateAndGet(reads.get() - before, Math::max);
        });
        double lookUp = p99(round, size, measure::hashAt);
        System.out.printf("measured proof-tile-reads %d 3%n", most.get());
        System.out.printf("measured proof-p99-ms %.4f %.4f%n", proof, lookUp);
    }

    private static void prove(long index, long size, KeptTiles tiles, Hash root) {
        var source = new TileHashes(size, tiles);
        var proof = source.tree().inclusionProof(index);
        if (!InclusionProof.verifies(index, size, source.node(0, index), proof.hashes(), root)) {
            throw new IllegalStateException("The proof for %d is wrong.".formatted(index));
        }
    }

    private static double p99(int round, long size, LongConsumer work) {
        var nanos = new long[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long index = (round * (long) PROOFS + i) * STRIDE % size;
            long begun = System.nanoTime();
            work.accept(index);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos[PROOFS * 99 / 100] / 1e6;
    }

    private Hash fillTiles() {
        var range = new CompactRange();
        var hashes = new ArrayList<TileHash>();
        measure.forEachLeaf(leaf -> range.append(leaf, (level, index, hash) -> {
            if (level > 0 && level % 8 == 0) {
                hashes.add(new TileHash(level / 8, index, hash));
            }
        }));
        for (int from = 0; from < hashes.size(); from += AT_ONCE) {
            measure.add(List.copyOf(hashes.subList(from, Math.min(hashes.size(), from + AT_ONCE))));
        }
        return range.root();
    }
}
