package org.openbeat.app.ledger;

import java.time.Clock;
import org.openbeat.app.ledger.keys.KeyRing;
import org.openbeat.app.ledger.rows.RowMarks;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A second server on the same database, as far as the ledger can tell. */
final class AnotherServer {
    private AnotherServer() {}

    /** One that has read nothing yet. */
    static Integrator integrator(ApplicationContext context) {
        return integrator(context, context.getBean(KeyRing.class));
    }

    static Integrator integrator(ApplicationContext context, KeyRing keys) {
        return new Integrator(
                context.getBean(JdbcLedgerEntries.class),
                context.getBean(JdbcTree.class),
                context.getBean(RowMarks.class),
                context.getBean(EntryMaker.class),
                context.getBean(Seals.class),
                keys,
                context.getBean(Clock.class),
                context.getBean(TransactionTemplate.class));
    }
}
