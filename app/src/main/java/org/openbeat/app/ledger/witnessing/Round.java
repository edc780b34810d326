package org.openbeat.app.ledger.witnessing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openbeat.app.ledger.witnessing.JdbcWitnesses.Row;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers the newest checkpoint to all witnesses at once, and shows it to the public when each has answered or had its
 * time. Nobody who does something waits for it.
 */
class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final Duration KEEP_ALL = Duration.ofMinutes(10);

    private final WitnessedLog log;
    private final WitnessingSettings settings;
    private final WitnessClient client;
    private final JdbcWitnesses store;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** Whether this server has asked since it started: only then does it know that it was not taken back meanwhile. */
    private boolean asked;

    Round(
            WitnessedLog log,
            WitnessingSettings settings,
            WitnessClient client,
            JdbcWitnesses store,
            Clock clock,
            TransactionTemplate transaction) {
        this.log = log;
        this.settings = settings;
        this.client = client;
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Does nothing if there is nothing new, or if another server has just done it. */
    void run() throws InterruptedException {
        var head = log.head().orElse(null);
        if (head == null) {
            return;
        }
        long size = Checkpoint.parse(head.text()).size();
        boolean shown = store.published().filter(there -> there.size() >= size).isPresent();
        if (shown && settings.witnesses().stream().noneMatch(witness -> isDue(witness, size))
                || !store.beginRound(clock.instant(), settings.interval())) {
            return;
        }
        askAll(head, size);
        asked = true;
        store.publish(size, head, clock.instant());
    }

    private void askAll(SignedNote head, long size) throws InterruptedException {
        var tasks = settings.witnesses().stream()
                .filter(witness -> isDue(witness, size))
                .map(witness -> Executors.callable(() -> ask(witness, head)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                if (done.state() == Future.State.FAILED) {
                    LOG.error("A witness could not be asked.", done.exceptionNow());
                }
            }
        }
    }

    private void ask(WitnessingSettings.Configured witness, SignedNote head) {
        var key = witness.key();
        var before = store.find(key);
        try {
            var outcome = new Submission(log, client, witness.url(), key).offer(head, before.seenSize());
            transaction.executeWithoutResult(status -> remember(key, before, outcome, clock.instant()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDue(WitnessingSettings.Configured witness, long size) {
        var row = store.find(witness.key());
        var now = clock.instant();
        var next = row.nextTryAt();
        if (next != null && now.isBefore(next)) {
            return false;
        }
        var cosigned = row.cosignedAt();
        return !asked
                || row.seenSize() != size
                || row.trouble() != null
                || cosigned == null
                || !now.isBefore(cosigned.plus(settings.renewal()));
    }

    private void remember(VerifierKey witness, Row before, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Cosigned cosigned -> {
                store.replace(witness, new Row(cosigned.size(), now, null, null, null, 0, null));
                store.addCosignature(witness, cosigned, now);
                store.forgetMost(witness, now.minus(KEEP_ALL));
                if (before.trouble() != null) {
                    LOG.info("The witness {} vouches for the ledger again.", witness.name());
                }
            }
            case Outcome.Failed failed -> {
                int failures = before.failures() + 1;
                store.replace(witness, failed(before, failed, failures, now));
                tell(witness, before, failed);
            }
        }
    }

    private Row failed(Row before, Outcome.Failed failed, int failures, Instant now) {
        var since = before.behindSince() == null ? now : before.behindSince();
        return new Row(
                before.seenSize(),
                before.cosignedAt(),
                since,
                failed.trouble(),
                failed.detail(),
                failures,
                now.plus(pause(failures)));
    }

    private Duration pause(int failures) {
        var pause = settings.interval().multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }

    /** Once for each change, not once for each try. */
    private static void tell(VerifierKey witness, Row before, Outcome.Failed failed) {
        if (before.trouble() == failed.trouble()) {
            return;
        }
        if (failed.trouble() == Trouble.INCONSISTENT) {
            LOG.error(
                    "ALARM: the witness {} says that this ledger has two histories. {} "
                            + "See docs/runbook/keys-and-witnesses.md before anything else is done to the database.",
                    witness.name(),
                    failed.detail());
        } else {
            LOG.warn("The witness {} does not vouch ({}): {}", witness.name(), failed.trouble(), failed.detail());
        }
    }
}
