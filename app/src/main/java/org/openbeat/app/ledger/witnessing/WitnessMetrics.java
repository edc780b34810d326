package org.openbeat.app.ledger.witnessing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Which witness is behind, since when, and whether one says that the ledger has two histories. */
@Component
class WitnessMetrics implements MeterBinder {
    private final Witnesses witnesses;
    private final Clock clock;

    WitnessMetrics(Witnesses witnesses, Clock clock) {
        this.witnesses = witnesses;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var standing : witnesses.standings()) {
            gauge(registry, "size", standing.name(), "Entries that the witness vouches for", WitnessStanding::size);
            gauge(
                    registry,
                    "behind",
                    standing.name(),
                    "Seconds since when the witness has not vouched for the newest checkpoint; 0 while it is level",
                    this::secondsBehind);
            gauge(
                    registry,
                    "alarm",
                    standing.name(),
                    "1 if the witness says that the ledger has two histories",
                    now -> now.isAlarm() ? 1 : 0);
        }
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String witness,
            String description,
            ToDoubleFunction<WitnessStanding> value) {
        Gauge.builder(
                        "openbeat.ledger.witness." + name,
                        () -> standing(witness).map(value::applyAsDouble).orElse(Double.NaN))
                .tag("witness", witness)
                .description(description)
                .register(registry);
    }

    private Optional<WitnessStanding> standing(String name) {
        return witnesses.standings().stream()
                .filter(standing -> standing.name().equals(name))
                .findFirst();
    }

    private double secondsBehind(WitnessStanding standing) {
        return Optional.ofNullable(standing.behindSince())
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
