package org.openbeat.app.ledger.witnessing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when a witness says that the ledger has two histories; one that is only slow or away is a metric. */
@Component
class WitnessHealthIndicator implements HealthIndicator {
    private final Witnesses witnesses;

    WitnessHealthIndicator(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @Override
    public Health health() {
        var standings = witnesses.standings();
        var health = standings.stream().anyMatch(WitnessStanding::isAlarm) ? Health.down() : Health.up();
        standings.forEach(standing -> health.withDetail(
                standing.name(),
                standing.trouble() == null ? "vouches for " + standing.size() : String.valueOf(standing.detail())));
        return health.build();
    }
}
