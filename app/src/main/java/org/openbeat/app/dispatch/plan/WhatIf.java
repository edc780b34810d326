package org.openbeat.app.dispatch.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.dispatch.board.Boards;
import org.openbeat.app.dispatch.board.LatestPositions;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.plan.PastCalls.PastCall;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.places.Places;
import org.openbeat.engine.response.plan.ResponsePlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * What the calls of a day would have met with under another plan. It is worked out beside the work, one at a time, and
 * kept for an hour in the memory of this server: it is a thought, not a record.
 */
@Service
public class WhatIf implements DisposableBean {
    private static final int MOST_CALLS = 5_000;
    private static final int MOST_UNITS = 500;
    private static final RowScope READING_THE_MAP = RowScope.system("which map is in use, for travel times");
    private static final Logger LOG = LoggerFactory.getLogger(WhatIf.class);

    private final ResponsePlans plans;
    private final PastCalls past;
    private final Boards boards;
    private final LatestPositions positions;
    private final Places places;
    private final Identifiers identifiers;
    private final ZoneId zone;
    private final Clock clock;
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("what-if")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private final Cache<UUID, Run> runs = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    WhatIf(
            ResponsePlans plans,
            PastCalls past,
            Boards boards,
            LatestPositions positions,
            Places places,
            Identifiers identifiers,
            OpenbeatSettings settings,
            Clock clock) {
        this.plans = plans;
        this.past = past;
        this.boards = boards;
        this.positions = positions;
        this.places = places;
        this.identifiers = identifiers;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /**
     * How far a question is.
     *
     * @param progress 0 to 1
     * @param result null until it is done
     * @param failed it could not be worked out
     * @param truncated the day had more calls than are played through
     */
    public record State(double progress, @Nullable Comparison result, boolean failed, boolean truncated, String text) {}

    private static final class Run {
        private final String owner;
        private volatile State state;

        Run(String owner, boolean truncated, String text) {
            this.owner = owner;
            this.state = new State(0, null, false, truncated, text);
        }

        void become(double progress, @Nullable Comparison result, boolean failed) {
            state = new State(progress, result, failed, state.truncated(), state.text());
        }
    }

    /** The day before today, in the zone of the place. */
    public LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
    }

    /**
     * Begins to work it out, for the incidents that the actor sees.
     *
     * @param text the plan to try
     * @throws Refusal {@code plan-invalid}, {@code dispatch-role-required}; {@code what-if-running} while the
     *     actor's last question is not answered
     */
    public UUID ask(Actor actor, LocalDate day, String text) {
        if (!actor.hasAny(Role.DISPATCHER, Role.STATION_CHIEF, Role.COMMANDER) || actor.agency() == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "dispatch-role-required");
        }
        var tried = plans.check(text).plan();
        if (tried == null) {
            throw new Refusal(Refusal.Kind.INVALID, "plan-invalid");
        }
        var now = plans.of(Objects.requireNonNull(actor.agency()))
                .or(() -> Optional.ofNullable(
                        ResponsePlan.parse(plans.beginning()).plan()))
                .orElse(tried);
        if (!asking.add(actor.id())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "what-if-running");
        }
        try {
            return begin(actor, day, text, now, tried);
        } catch (RuntimeException e) {
            asking.remove(actor.id());
            throw e;
        }
    }

    private UUID begin(Actor actor, LocalDate day, String text, ResponsePlan now, ResponsePlan tried) {
        var calls = calls(actor, day);
        var truncated = calls.size() > MOST_CALLS;
        var replay = replay(actor, day, truncated ? calls.subList(0, MOST_CALLS) : calls);
        var id = identifiers.next();
        var run = new Run(actor.id(), truncated, text);
        runs.put(id, run);
        worker.execute(() -> work(run, replay, now, tried));
        return id;
    }

    /** One more than are played through, to tell that there were more. */
    private List<PastCall> calls(Actor actor, LocalDate day) {
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return past.between(Policy.scope(Viewer.of(actor), Act.READ, Kind.INCIDENT), from, to, MOST_CALLS + 1);
    }

    private DayReplay replay(Actor actor, LocalDate day, List<PastCall> calls) {
        var units = units(actor, clock.instant());
        var placed = units.stream()
                .filter(unit -> unit.position() != null)
                .map(unit -> new DayReplay.Waiting(
                        Objects.requireNonNull(unit.position()).point(), unit.skills()))
                .toList();
        var unplaced = units.size() - placed.size();
        var waiting = placed.subList(0, Math.min(MOST_UNITS, placed.size()));
        return new DayReplay(day, day.atStartOfDay(zone).toInstant(), calls, waiting, unplaced);
    }

    private List<UnitRow> units(Actor actor, Instant now) {
        return positions.newest(boards.units(Policy.scope(Viewer.of(actor), Act.READ, Kind.UNIT), now), now);
    }

    private void work(Run run, DayReplay replay, ResponsePlan now, ResponsePlan tried) {
        Comparison result = null;
        try {
            var byRoad = READING_THE_MAP.call(() -> places.map().isPresent());
            var roads = READING_THE_MAP.call(places::roads);
            result = replay.compare(roads, byRoad, now, tried, done -> run.become(done, null, false));
        } catch (RuntimeException e) {
            LOG.error("A what-if could not be worked out.", e);
        } finally {
            asking.remove(run.owner); // Before the answer is there: whoever has it may ask again.
        }
        run.become(1, result, result == null);
    }

    /**
     * How far one's own question is.
     *
     * @throws Refusal {@code what-if-unknown} when it is someone else's, or long ago
     */
    public State state(Actor actor, UUID id) {
        var run = runs.getIfPresent(id);
        if (run == null || !run.owner.equals(actor.id())) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "what-if-unknown");
        }
        return run.state;
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
