package org.openbeat.app.ledger;

import java.security.SecureRandom;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.engine.tlog.Disclosure;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes each act down in the transaction that does it: if this fails, the act has not happened (design, I1). */
@Component
class EntryWriter {
    private final JdbcLedgerEntries entries;
    private final Identifiers identifiers;
    private final SecureRandom random;
    private final Pseudonyms pseudonyms;
    private final Sequencer sequencer;

    EntryWriter(
            JdbcLedgerEntries entries,
            Identifiers identifiers,
            SecureRandom random,
            Pseudonyms pseudonyms,
            Sequencer sequencer) {
        this.entries = entries;
        this.identifiers = identifiers;
        this.random = random;
        this.pseudonyms = pseudonyms;
        this.sequencer = sequencer;
    }

    @EventListener
    void on(Recordable act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    act.action() + " was announced outside of a transaction, so its entry could outlive or miss it");
        }
        var salt = new byte[Disclosure.SALT_LENGTH];
        random.nextBytes(salt);
        entries.append(Entry.of(act, identifiers.next(), salt, pseudonyms));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sequencer.wake();
            }
        });
    }
}
