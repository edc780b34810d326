package org.openbeat.app.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.ledger.events.PayloadsErased;
import org.openbeat.app.ledger.keys.KeyRing;
import org.openbeat.app.ledger.witnessing.WitnessStanding;
import org.openbeat.app.ledger.witnessing.Witnesses;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.LogKeys;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.TileCodec;
import org.openbeat.engine.tlog.TileHashes;
import org.openbeat.engine.tlog.TilePath;
import org.openbeat.engine.tlog.TilePath.EntryBundlePath;
import org.openbeat.engine.tlog.TilePath.HashTile;
import org.openbeat.engine.tlog.TlogProof;
import org.openbeat.engine.tlog.VerifierKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transparency log of every act. Nobody writes to it by hand: whoever announces a
 * {@link org.openbeat.app.kernel.Recordable} has its entry in the same transaction.
 */
@Service
public class Ledger {
    private final JdbcLedgerEntries entries;
    private final JdbcTree tree;
    private final KeptTiles tiles;
    private final Sequencer sequencer;
    private final Audit audit;
    private final Witnesses witnesses;
    private final WitnessedTree shown;
    private final KeyRing keys;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Ledger(
            JdbcLedgerEntries entries,
            JdbcTree tree,
            Sequencer sequencer,
            Audit audit,
            Witnesses witnesses,
            WitnessedTree shown,
            KeyRing keys,
            Clock clock,
            ApplicationEventPublisher events) {
        this.entries = entries;
        this.tree = tree;
        this.tiles = new KeptTiles(tree::tile);
        this.sequencer = sequencer;
        this.audit = audit;
        this.witnesses = witnesses;
        this.shown = shown;
        this.keys = keys;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The receipt for the newest such act on a subject, with what the act disclosed. Empty while the act has no place
     * in the tree yet (some tens of milliseconds), if there was none, and once its payload was erased.
     */
    public Optional<Receipt> receipt(Subject subject, String action) {
        return tree.newest(subject, action).flatMap(this::receipt);
    }

    /**
     * The same, waiting for acts that were committed before this call to get their place.
     *
     * @param patience how long to wait at most; afterwards the result is as of then
     */
    public Optional<Receipt> awaitReceipt(Subject subject, String action, Duration patience) {
        try {
            sequencer.awaitPlaced(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return receipt(subject, action);
    }

    /**
     * The newest signed checkpoint (C2SP tlog-checkpoint) that the witnesses, if there are any, were offered, with their
     * cosignatures; empty in the first moments of a new installation.
     */
    public Optional<String> checkpoint() {
        return tree.head()
                .map(head -> witnesses.toShow(SignedNote.parse(head.note())).format());
    }

    /**
     * The proof that the log of one size is the beginning of the log of another (RFC 9162, 2.1.4.1).
     *
     * @return empty if the log never had such sizes, or if one of them is 0
     */
    public Optional<List<Hash>> consistencyProof(long from, long to) {
        long size = tree.head().map(Head::size).orElse(0L);
        return from < 1 || from > to || to > size ? Optional.empty() : Optional.of(shown.consistencyProof(from, to));
    }

    /** How the witnesses stand to this ledger; empty if none is configured. */
    public List<WitnessStanding> witnesses() {
        return witnesses.standings();
    }

    /** The bytes of a tile or bundle (C2SP tlog-tiles); empty if the signed tree does not reach so far. */
    public Optional<byte[]> tile(TilePath path) {
        long size = tree.head().map(Head::size).orElse(0L);
        return switch (path) {
            case HashTile tile ->
                reaches(size, tile) ? Optional.of(TileCodec.encodeHashes(tree.tile(tile))) : Optional.empty();
            case EntryBundlePath bundle ->
                reaches(size, new HashTile(0, bundle.index(), bundle.width()))
                        ? Optional.of(TileCodec.encodeEntries(tree.bundle(bundle)))
                        : Optional.empty();
        };
    }

    /** The public key that signs now. */
    public VerifierKey verifierKey() {
        return keys.verifierKey();
    }

    /** All keys that ever signed, those that sign now among them, each with the sizes of the log for which it may. */
    public Map<VerifierKey, LogKeys.Range> keys() {
        return keys.ranges();
    }

    /** What the log has said of its keys: signed notes, one after the other; empty while the first key is the only one. */
    public String keyNotices() {
        return keys.notices();
    }

    /**
     * Checks the whole ledger, entry by entry, as of one moment, while others go on writing; takes about a second for
     * 100,000 entries.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        return audit.run(List.of(), progress -> {});
    }

    /**
     * The same for a command that takes its time.
     *
     * @param kept checkpoints of this log that somebody outside kept: each must still be a beginning of it
     * @param progress hears now and then how far the check is
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify(List<SignedNote> kept, Consumer<String> progress) {
        return audit.run(kept, progress);
    }

    /** How the ledger stands, with its newest acts. */
    public LedgerState state(int recent) {
        var oldest = entries.oldestPending().orElse(null);
        var late = oldest != null && oldest.isBefore(clock.instant().minus(Audit.LONGEST_WAIT));
        var size = tree.head().map(Head::size).orElse(0L);
        return new LedgerState(size, entries.pending(), oldest, late, entries.recent(recent));
    }

    /**
     * Erases the payloads of all acts on a subject, for its right to be forgotten. The entries stay and the ledger
     * still verifies; receipts that were given out before stay right.
     *
     * @return how many entries lost their payload
     */
    @Transactional
    public int erasePayloads(Actor actor, Subject subject) {
        var now = clock.instant();
        int erased = entries.erase(subject, now);
        if (erased > 0) {
            events.publishEvent(new PayloadsErased(subject, erased, actor, now));
        }
        return erased;
    }

    private Optional<Receipt> receipt(StoredEntry entry) {
        var disclosure = entry.disclosure();
        if (disclosure == null) {
            return Optional.empty();
        }
        // Read after the entry: heads only grow, so this one covers it.
        var head = witnesses
                .covering(entry.position())
                .orElseGet(() -> SignedNote.parse(tree.head().orElseThrow().note()));
        long size = Checkpoint.parse(head.text()).size();
        var proof = new TileHashes(size, tiles).tree().inclusionProof(entry.position());
        var text = TlogProof.of(disclosure.format(), proof, head).formatText();
        return Optional.of(new Receipt(text, entry.position()));
    }

    private static boolean reaches(long size, HashTile tile) {
        return HashTile.in(size, tile.level(), tile.index())
                .filter(there -> there.width() >= tile.width())
                .isPresent();
    }
}
