package org.openbeat.app.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.intervals.AnswerFigures;
import org.openbeat.app.dispatch.intervals.Interval;
import org.openbeat.app.dispatch.intervals.ResponseRecords;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.openbeat.engine.response.survival.SurvivalCurve;
import org.springframework.stereotype.Component;

/**
 * How long calls wait for a unit, beside how long they usually do: a system that makes answers slower must be noticed on
 * the day of its release and not in the statistics of the year. Worked out in the background for the agencies whose
 * board is looked at, so that no board waits for it.
 */
@Component
public class AnswerTimes {
    private static final Duration NOW = Duration.ofHours(1);
    private static final Duration USUAL = Duration.ofDays(28);
    private static final Duration USUAL_FRESH = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int MOST = 100_000;

    private final ResponseRecords records;
    private final Duties duties;
    private final Clock clock;
    private final Map<AgencyId, Watched> watched = new ConcurrentHashMap<>();

    AnswerTimes(ResponseRecords records, Duties duties, Clock clock, MeterRegistry meters) {
        this.records = records;
        this.duties = duties;
        this.clock = clock;
        Gauge.builder("openbeat.dispatch.answer.slower", this::slower)
                .description("Agencies whose calls wait longer for a unit than usual, beyond chance")
                .register(meters);
    }

    /** What is known of one agency. */
    private record Watched(
            Instant askedAt,
            AnswerFigures figures,
            @Nullable SurvivalCurve usual,
            Instant usualAt) {}

    private long slower() {
        return watched.values().stream().filter(each -> each.figures().slower()).count();
    }

    /** The figures as they were worked out last; unknown at first. */
    public AnswerFigures of(Actor actor) {
        duties.requireRoom(actor);
        var agency = actor.agency();
        if (agency == null) {
            return AnswerFigures.UNKNOWN;
        }
        var now = clock.instant();
        var known = watched.compute(
                agency,
                (id, before) -> before == null
                        ? new Watched(now, AnswerFigures.UNKNOWN, null, Instant.EPOCH)
                        : new Watched(now, before.figures(), before.usual(), before.usualAt()));
        return Optional.ofNullable(known).map(Watched::figures).orElse(AnswerFigures.UNKNOWN);
    }

    /** By the timer. Nothing is worked out under the lock of an entry: a board asks for the same one meanwhile. */
    void renew() {
        var now = clock.instant();
        watched.values().removeIf(each -> each.askedAt().plus(FORGOTTEN).isBefore(now));
        Map.copyOf(watched).forEach((agency, before) -> {
            var fresh = renewed(agency, before, now);
            watched.computeIfPresent(
                    agency,
                    (id, known) -> new Watched(known.askedAt(), fresh.figures(), fresh.usual(), fresh.usualAt()));
        });
    }

    private Watched renewed(AgencyId agency, Watched before, Instant now) {
        var usual = before.usual();
        var usualAt = before.usualAt();
        if (usual == null || usualAt.plus(USUAL_FRESH).isBefore(now)) {
            usual = curve(agency, now.minus(USUAL), now.minus(NOW), now);
            usualAt = now;
        }
        var figures = AnswerFigures.of(curve(agency, now.minus(NOW), now.plusSeconds(1), now), usual);
        return new Watched(before.askedAt(), figures, usual, usualAt);
    }

    private SurvivalCurve curve(AgencyId agency, Instant from, Instant to, Instant now) {
        var room = Actor.staff(Actor.SYSTEM.id(), Actor.SYSTEM.name(), agency, Set.of(Role.DISPATCHER));
        var reader = Policy.scope(Viewer.of(room), Act.READ, Kind.INCIDENT);
        return SurvivalCurve.of(records.between(reader, from, to, now, MOST).stream()
                .flatMap(each -> each.observe(Interval.CALL_TO_DISPATCH).stream())
                .toList());
    }
}
