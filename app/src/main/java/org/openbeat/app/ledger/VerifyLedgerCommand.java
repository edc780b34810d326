package org.openbeat.app.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** {@code openbeat.command=ledger-verify}: checks the whole ledger and ends, with 0 if it holds and 1 if not. */
@Component
@ConditionalOnProperty(name = "openbeat.command", havingValue = "ledger-verify")
class VerifyLedgerCommand implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(VerifyLedgerCommand.class);

    private final Ledger ledger;
    private final ApplicationContext context;

    VerifyLedgerCommand(Ledger ledger, ApplicationContext context) {
        this.ledger = ledger;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var found = ledger.verify();
        found.faults().forEach(LOG::error);
        LOG.info(
                "{}: {} entries, {} of them with an erased payload; {} wait for their place. Key: {}",
                found.holds() ? "The ledger holds" : "The ledger does NOT hold",
                found.size(),
                found.erased(),
                found.pending(),
                ledger.verifierKey());
        System.exit(SpringApplication.exit(context, () -> found.holds() ? 0 : 1));
    }
}
