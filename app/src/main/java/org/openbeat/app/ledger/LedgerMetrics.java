package org.openbeat.app.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What an operator watches: does the ledger keep up, and how old is its newest signature. */
@Component
class LedgerMetrics implements MeterBinder {
    private final JdbcLedgerEntries entries;
    private final JdbcTree tree;
    private final Clock clock;

    LedgerMetrics(JdbcLedgerEntries entries, JdbcTree tree, Clock clock) {
        this.entries = entries;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("openbeat.ledger.pending", entries, JdbcLedgerEntries::pending)
                .description("Entries that wait for their place in the tree")
                .register(registry);
        Gauge.builder(
                        "openbeat.ledger.size",
                        tree,
                        t -> t.head().map(Head::size).orElse(0L))
                .description("Entries that the newest checkpoint covers")
                .register(registry);
        Gauge.builder("openbeat.ledger.checkpoint.age", this, LedgerMetrics::ageInSeconds)
                .description("Age of the newest checkpoint; it grows while nothing happens")
                .baseUnit("seconds")
                .register(registry);
    }

    private double ageInSeconds() {
        return tree.head()
                .map(head -> Duration.between(head.signedAt(), clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }
}
