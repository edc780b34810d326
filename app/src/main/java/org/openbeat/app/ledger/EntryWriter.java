package org.openbeat.app.ledger;

import java.time.Clock;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.ledger.rows.RowRecording;
import org.openbeat.app.ledger.rows.TablesRecorded;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes each act down in the transaction that does it: if this fails, the act has not happened (design, I1). */
@Component
class EntryWriter implements InitializingBean {
    private final JdbcLedgerEntries entries;
    private final EntryMaker maker;
    private final Sequencer sequencer;
    private final RowRecording recording;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers;
    private final Clock clock;

    EntryWriter(
            JdbcLedgerEntries entries,
            EntryMaker maker,
            Sequencer sequencer,
            RowRecording recording,
            TransactionTemplate transaction,
            Identifiers identifiers,
            Clock clock) {
        this.entries = entries;
        this.maker = maker;
        this.sequencer = sequencer;
        this.recording = recording;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Rows are recorded before anybody can announce an act. */
    @Override
    public void afterPropertiesSet() {
        RowScope.owner("triggers on every table")
                .run(() -> transaction.executeWithoutResult(status -> recording.install(migrations ->
                        append(new TablesRecorded(identifiers.next().toString(), migrations, clock.instant())))));
    }

    @EventListener
    void on(Recordable act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    act.action() + " was announced outside of a transaction, so its entry could outlive or miss it");
        }
        append(act);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sequencer.wake();
            }
        });
    }

    private void append(Recordable act) {
        var entry = maker.make(act);
        entries.append(entry, maker.seal(entry));
    }
}
