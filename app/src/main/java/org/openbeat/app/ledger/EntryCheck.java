package org.openbeat.app.ledger;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.Finding.Kind;
import org.openbeat.app.ledger.rows.RowCheck.Bound;
import org.openbeat.app.ledger.rows.RowsChanged;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.Json;
import org.openbeat.engine.tlog.MalformedException;

/**
 * One reading of every entry and every leaf: entries as they lie on the disk, leaves in their order. An entry is hashed
 * as soon as it is read, and waits for its place with no more than its hash. Serves once.
 */
final class EntryCheck {
    /** Entries that are in memory at once, a few times. */
    private static final int CHUNK = 16_384;

    /** With so many leaves behind one whose entry lies far off, the entry is looked up. */
    private static final int MOST_WAITING = 4 * CHUNK;

    /**
     * What is left of an entry once it was read.
     *
     * @param changes the entry itself where it binds rows, else null
     */
    private record Read(
            UUID id,
            Hash hash,
            boolean payloadFits,
            boolean erased,
            @Nullable EntryContent changes) {
        static Read of(EntryContent entry) {
            return new Read(
                    entry.id(),
                    entry.hash(),
                    entry.payloadFits(),
                    entry.isErased(),
                    entry.isOf(RowsChanged.ACTION) ? entry : null);
        }
    }

    private final JdbcAudit audit;
    private final TreeCheck tree;
    private final Findings findings;
    private final LongConsumer progress;
    private final Deque<Place> places = new ArrayDeque<>();
    private final Map<UUID, Read> unplaced = new HashMap<>();
    private final Set<UUID> lookedUp = new HashSet<>();
    private final Map<Long, Bound> bound = new HashMap<>();
    private long read;
    private long next;
    private long erased;
    private boolean whole = true;

    EntryCheck(JdbcAudit audit, JdbcTree tree, Findings findings, LongConsumer progress) {
        this.audit = audit;
        this.tree = new TreeCheck(tree, findings);
        this.findings = findings;
        this.progress = progress;
    }

    /**
     * Reads as far as the head says; the root is held against the head's at the end. While one thread waits for the
     * database, another hashes what came before.
     */
    void run(Head head) {
        long blocks = audit.blocks();
        long step = Math.max(1, blocks * CHUNK / Math.max(1, head.size()));
        var checked = CompletableFuture.<@Nullable Void>completedFuture(null);
        long position = 0;
        for (long block = 0; (block < blocks || position < head.size()) && !findings.areEnough(); block += step) {
            var entries = block < blocks ? audit.entries(block, block + step) : null;
            var leaves = position < head.size() ? leaves(position, head.size()) : null;
            checked.join();
            lookUpFirst();
            tree.checkFullTiles();
            checked = CompletableFuture.runAsync(() -> check(entries, leaves));
            position = Math.min(position + CHUNK, head.size());
            progress.accept(position);
        }
        checked.join();
        finish(head);
    }

    private CopiedRows leaves(long position, long size) {
        return audit.places(position, Math.min(position + CHUNK, size) - 1);
    }

    /** What entries of {@link RowsChanged} bind, by position; true only if the root is right. */
    Map<Long, Bound> bound() {
        return bound;
    }

    long erased() {
        return erased;
    }

    /** How many entries there are, with a place or without; fewer where the check broke off. */
    long read() {
        return read;
    }

    private void check(@Nullable CopiedRows entries, @Nullable CopiedRows leaves) {
        if (leaves != null) {
            places.addAll(leaves.parallel(Place::read).toList());
        }
        if (entries != null) {
            entries.parallel(row -> Read.of(EntryContent.read(row))).toList().forEach(this::take);
        }
    }

    private void take(Read entry) {
        read++;
        if (lookedUp.remove(entry.id())) {
            return;
        }
        var first = places.peekFirst();
        if (first != null && first.entry().equals(entry.id())) {
            places.removeFirst();
            place(first, entry);
            placeWaiting();
        } else {
            unplaced.put(entry.id(), entry);
        }
    }

    private void placeWaiting() {
        for (var first = places.peekFirst(); first != null; first = places.peekFirst()) {
            var entry = unplaced.remove(first.entry());
            if (entry == null) {
                return;
            }
            places.removeFirst();
            place(first, entry);
        }
    }

    /** An entry that was erased lies behind all others: who waits for it there keeps them all. */
    private void lookUpFirst() {
        placeWaiting();
        if (places.size() < MOST_WAITING) {
            return;
        }
        var missing = places.stream()
                .limit(CHUNK)
                .map(Place::entry)
                .filter(id -> !unplaced.containsKey(id))
                .toList();
        audit.entries(missing)
                .parallel(EntryContent::read)
                .map(Read::of)
                .toList()
                .forEach(entry -> {
                    unplaced.put(entry.id(), entry);
                    lookedUp.add(entry.id());
                });
        for (int i = 0; i < CHUNK; i++) {
            placeOrName(places.removeFirst());
        }
    }

    private void placeOrName(Place place) {
        var entry = unplaced.remove(place.entry());
        if (entry == null) {
            findings.add(Kind.REMOVED, name(place), null, "Its leaf is in the tree, the entry is gone.");
            append(place, Hash.of(place.hash()));
        } else {
            place(place, entry);
        }
    }

    private void finish(Head head) {
        placeWaiting();
        if (findings.areEnough()) {
            return;
        }
        places.forEach(this::placeOrName);
        nameGap(head.size());
        tree.checkFullTiles();
        tree.checkEdge();
        if (whole && !tree.root().equals(head.root())) {
            findings.add(
                    Kind.ENTRY_CHANGED,
                    "the tree",
                    head.signedAt(),
                    "The entries do not give the root that was signed: at least one was changed or moved.");
        }
    }

    private void place(Place place, Read entry) {
        if (!Arrays.equals(entry.hash().bytes(), place.hash())) {
            addChanged(place, "It was changed.");
        } else if (!entry.payloadFits()) {
            addChanged(place, "It was changed, or its payload was.");
        }
        append(place, entry.hash());
        if (entry.erased()) {
            erased++;
        }
        if (entry.changes() != null) {
            bind(place, entry.changes());
        }
    }

    private void append(Place place, Hash hash) {
        nameGap(place.position());
        next = place.position() + 1;
        if (whole) {
            tree.append(hash);
        }
    }

    /** From several threads at once, one connection can't be asked: the names follow. */
    private void addChanged(Place place, String detail) {
        findings.add(Kind.ENTRY_CHANGED, name(place), null, detail, place.entry());
    }

    private static String name(Place place) {
        return "entry %d (%s)".formatted(place.position(), place.entry());
    }

    private void nameGap(long position) {
        if (position > next) {
            whole = false;
            findings.add(
                    Kind.REMOVED,
                    position == next + 1 ? "entry " + next : "entries %d to %d".formatted(next, position - 1),
                    null,
                    "Missing from position %d on: the tree has no leaf there.".formatted(next));
        }
    }

    private void bind(Place place, EntryContent entry) {
        if (entry.payload() == null) {
            return;
        }
        try {
            var payload = Json.parseCanonical(new String(entry.payload(), StandardCharsets.UTF_8));
            var members = ((Json.Members) payload).values();
            var count = (Json.Numeral) requireNonNull(members.get("count"));
            var root = (Json.Text) requireNonNull(members.get("root"));
            bound.put(place.position(), new Bound((long) count.value(), Hash.ofBase64(root.value())));
        } catch (MalformedException | ClassCastException | NullPointerException e) {
            addChanged(place, "Its payload names no list of changes.");
        }
    }
}
