package org.openbeat.app.ledger.witnessing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.VerifierKey;
import org.springframework.stereotype.Component;

/** Who outside vouches for the ledger, and for what. */
@Component
public class Witnesses {
    /** A round ends long before; if none did, the newest checkpoint is shown without cosignatures. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    private final JdbcWitnesses store;
    private final WitnessingSettings settings;
    private final Clock clock;

    Witnesses(JdbcWitnesses store, WitnessingSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** The cosigned checkpoint that covers the entry at this position and that most witnesses vouch for. */
    public Optional<SignedNote> covering(long position) {
        return store.cosigned(position);
    }

    /**
     * What is shown to the public: with witnesses, the checkpoint that was last offered to all of them, with the
     * cosignatures that came. Its size never falls.
     *
     * @param newest the log's newest checkpoint
     */
    public SignedNote toShow(SignedNote newest) {
        if (settings.witnesses().isEmpty()) {
            return newest;
        }
        long size = Checkpoint.parse(newest.text()).size();
        var recent = clock.instant().minus(LONGEST_ROUND);
        return store.published()
                .filter(published -> published.size() == size || published.at().isAfter(recent))
                .map(published -> store.cosigned(published.size(), published.note()))
                .orElseGet(() -> store.cosigned(size, newest));
    }

    /** How each configured witness stands. */
    public List<WitnessStanding> standings() {
        return settings.witnesses().stream()
                .map(witness -> standing(witness.key()))
                .toList();
    }

    private WitnessStanding standing(VerifierKey witness) {
        var row = store.find(witness);
        return new WitnessStanding(
                witness.name(),
                witness.format(),
                row.seenSize(),
                row.cosignedAt(),
                row.behindSince(),
                row.trouble(),
                row.detail());
    }
}
