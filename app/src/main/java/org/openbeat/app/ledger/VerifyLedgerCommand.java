package org.openbeat.app.ledger;

import java.time.Duration;
import org.openbeat.app.kernel.OneOffCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** {@code ledger-verify}: checks the whole ledger; the exit status is 0 if it holds and 1 if not. */
@Component
class VerifyLedgerCommand implements OneOffCommand {
    private static final Logger LOG = LoggerFactory.getLogger(VerifyLedgerCommand.class);

    /** A server that was killed leaves entries waiting; this process places them before it judges. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Sequencer sequencer;

    VerifyLedgerCommand(Ledger ledger, Sequencer sequencer) {
        this.ledger = ledger;
        this.sequencer = sequencer;
    }

    @Override
    public String name() {
        return "ledger-verify";
    }

    @Override
    public int run(String argument) {
        try {
            sequencer.awaitPlaced(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        var found = ledger.verify();
        found.faults().forEach(LOG::error);
        LOG.info(
                "{}: {} entries, {} of them with an erased payload; {} wait for their place. Key: {}",
                found.holds() ? "The ledger holds" : "The ledger does NOT hold",
                found.size(),
                found.erased(),
                found.pending(),
                ledger.verifierKey());
        return found.holds() ? 0 : 1;
    }
}
