package org.openbeat.app.ledger;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.Finding.Kind;
import org.openbeat.app.ledger.rows.RowCheck.Bound;
import org.openbeat.app.ledger.rows.RowsChanged;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.Json;
import org.openbeat.engine.tlog.MalformedException;
import org.openbeat.engine.tlog.TilePath.HashTile;

/** One reading of every entry from the first to the last: leaves, payloads, tiles and the root. Serves once. */
final class EntryCheck {
    /** Entries that are in memory at once, a few times. */
    private static final int CHUNK = 16_384;

    private static final int LEVELS_OF_A_TILE = 8;
    private static final int TILE = 256;

    private final JdbcAudit audit;
    private final JdbcTree tree;
    private final Findings findings;
    private final LongConsumer progress;
    private final CompactRange range = new CompactRange();
    private final Map<Long, Bound> bound = new HashMap<>();
    private final Map<Integer, List<Hash>> openTiles = new HashMap<>();
    private final Map<HashTile, List<Hash>> fullTiles = new HashMap<>();
    private long erased;
    private boolean whole = true;

    EntryCheck(JdbcAudit audit, JdbcTree tree, Findings findings, LongConsumer progress) {
        this.audit = audit;
        this.tree = tree;
        this.findings = findings;
        this.progress = progress;
    }

    /**
     * Reads as far as the head says; the root is held against the head's at the end. While one thread waits for the
     * database, another hashes what came before.
     */
    void run(Head head) {
        var checked = CompletableFuture.<@Nullable Void>completedFuture(null);
        for (long first = 0; first < head.size() && !findings.areEnough(); first += CHUNK) {
            long from = first;
            long last = Math.min(first + CHUNK, head.size()) - 1;
            var entries = audit.scan(first, last);
            checked.join();
            checkTiles();
            checked = CompletableFuture.runAsync(() -> check(from, last, entries));
            progress.accept(last + 1);
        }
        checked.join();
        checkTiles();
        openTiles.forEach(this::checkTile);
        if (whole && range.size() == head.size() && !range.root().equals(head.root())) {
            findings.add(
                    Kind.ENTRY_CHANGED,
                    "the tree",
                    head.signedAt(),
                    "The entries do not give the root that was signed: at least one was changed or moved.");
        }
    }

    /** What entries of {@link RowsChanged} bind, by position; true only if the root is right. */
    Map<Long, Bound> bound() {
        return bound;
    }

    long erased() {
        return erased;
    }

    private void check(long first, long last, List<ScannedEntry> entries) {
        if (entries.size() < last - first + 1) {
            nameGaps(first, last, entries);
        }
        var hashes = new Hash[entries.size()];
        IntStream.range(0, hashes.length).parallel().forEach(i -> hashes[i] = check(entries.get(i)));
        for (int i = 0; i < hashes.length; i++) {
            var entry = entries.get(i);
            if (whole) {
                range.append(hashes[i], this::collect);
            }
            if (entry.isErased()) {
                erased++;
            }
            if (entry.isOf(RowsChanged.ACTION)) {
                bind(entry);
            }
        }
    }

    private Hash check(ScannedEntry entry) {
        var computed = entry.computed();
        if (entry.leaf() == null) {
            findings.add(Kind.REMOVED, name(entry), null, "Its leaf is in the tree, the entry is gone.");
        } else if (!Arrays.equals(computed.bytes(), entry.hash())) {
            addChanged(entry, "It was changed.");
        } else if (!entry.payloadFits()) {
            addChanged(entry, "It was changed, or its payload was.");
        }
        return computed;
    }

    /** From several threads at once, one connection can't be asked: the names follow. */
    private void addChanged(ScannedEntry entry, String detail) {
        findings.add(Kind.ENTRY_CHANGED, name(entry), null, detail, entry.id());
    }

    private static String name(ScannedEntry entry) {
        return name(entry.position(), entry.id());
    }

    private static String name(long position, @Nullable UUID id) {
        return "entry %d (%s)".formatted(position, id);
    }

    private void nameGaps(long first, long last, List<ScannedEntry> entries) {
        whole = false;
        var there = new ArrayList<Long>();
        entries.forEach(entry -> there.add(entry.position()));
        there.add(last + 1);
        long wanted = first;
        for (long position : there) {
            if (position > wanted) {
                findings.add(
                        Kind.REMOVED,
                        position == wanted + 1 ? "entry " + wanted : "entries %d to %d".formatted(wanted, position - 1),
                        null,
                        "Missing from position %d on: the tree has no leaf there.".formatted(wanted));
            }
            wanted = position + 1;
        }
    }

    private void bind(ScannedEntry entry) {
        if (entry.payload() == null) {
            return;
        }
        try {
            var payload = Json.parseCanonical(new String(entry.payload(), StandardCharsets.UTF_8));
            var members = ((Json.Members) payload).values();
            var count = (Json.Numeral) requireNonNull(members.get("count"));
            var root = (Json.Text) requireNonNull(members.get("root"));
            bound.put(entry.position(), new Bound((long) count.value(), Hash.ofBase64(root.value())));
        } catch (MalformedException | ClassCastException | NullPointerException e) {
            addChanged(entry, "Its payload names no list of changes.");
        }
    }

    private void collect(int level, long index, Hash hash) {
        if (level == 0 || level % LEVELS_OF_A_TILE != 0) {
            return;
        }
        int tileLevel = level / LEVELS_OF_A_TILE;
        var tile = openTiles.computeIfAbsent(tileLevel, first -> new ArrayList<>());
        tile.add(hash);
        if (tile.size() == TILE) {
            fullTiles.put(new HashTile(tileLevel, index / TILE, TILE), List.copyOf(tile));
            tile.clear();
        }
    }

    /** Only between chunks, and by the thread whose transaction sees what we check. */
    private void checkTiles() {
        fullTiles.forEach(this::checkTile);
        fullTiles.clear();
    }

    private void checkTile(int level, List<Hash> rest) {
        if (!rest.isEmpty()) {
            long index = (range.size() >>> (LEVELS_OF_A_TILE * level)) / TILE;
            checkTile(new HashTile(level, index, rest.size()), rest);
        }
    }

    private void checkTile(HashTile tile, List<Hash> wanted) {
        if (!tree.tile(tile).equals(wanted)) {
            findings.add(
                    Kind.ENTRY_CHANGED,
                    "tile " + tile.path(),
                    null,
                    "A hash of tiles of level %d is not what the entries below it give.".formatted(tile.level()));
        }
    }
}
