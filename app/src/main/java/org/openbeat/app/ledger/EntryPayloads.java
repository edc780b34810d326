package org.openbeat.app.ledger;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.PersonalRecords;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.stereotype.Component;

/** What acts disclosed: with its salt a payload goes for good, and no one can guess it from its hash. */
@Component
class EntryPayloads implements PersonalRecords {
    private final Ledger ledger;
    private final JdbcLedgerEntries entries;

    EntryPayloads(Ledger ledger, JdbcLedgerEntries entries) {
        this.ledger = ledger;
        this.entries = entries;
    }

    /** What came after a first erasure is the record of that, and of readings since. */
    @Override
    public Map<String, Long> extent(Subject subject) {
        long payloads = entries.unerased(subject);
        return payloads == 0 ? Map.of() : Map.of("ledger.entry", payloads);
    }

    @Override
    public void erase(Subject subject, Actor actor, Instant at) {
        ledger.erasePayloads(actor, subject);
    }
}
