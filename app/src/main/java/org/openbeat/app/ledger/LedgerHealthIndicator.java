package org.openbeat.app.ledger;

import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when the ledger cannot sign, or when an entry has waited for its place too long. */
@Component
class LedgerHealthIndicator implements HealthIndicator {
    private final JdbcLedgerEntries entries;
    private final JdbcTree tree;
    private final Sequencer sequencer;
    private final Clock clock;

    LedgerHealthIndicator(JdbcLedgerEntries entries, JdbcTree tree, Sequencer sequencer, Clock clock) {
        this.entries = entries;
        this.tree = tree;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var limit = clock.instant().minus(Audit.LONGEST_WAIT);
        boolean late =
                entries.oldestPending().filter(oldest -> oldest.isBefore(limit)).isPresent();
        var health = sequencer.isFailing() || late ? Health.down() : Health.up();
        return health.withDetail("size", tree.head().map(Head::size).orElse(0L))
                .withDetail("pending", entries.pending())
                .build();
    }
}
