package org.openbeat.app.dispatch.coverage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Coverage by the free units, computed beside the work and never in its way: whoever sends a unit gets what was computed
 * last, or nothing, at once.
 */
@Service
public class CoverageNow implements DisposableBean {
    /** In how many minutes a place should be reached, unless somebody asks for another number. */
    public static final int MINUTES = 8;

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration USABLE = Duration.ofMinutes(3);
    private static final long PATIENCE_SECONDS = 5;

    private final Snapshots snapshots;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("coverage")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private final Cache<AgencyId, Kept> kept =
            Caffeine.newBuilder().maximumSize(500).build();

    CoverageNow(Snapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** The newest snapshot, and the one that is being made. */
    private static final class Kept {
        private volatile @Nullable Snapshot newest;
        private @Nullable CompletableFuture<Snapshot> coming;
    }

    /** For each free unit of the agency the share of calls that is no longer covered if it goes; empty when not known. */
    public Map<UnitId, Double> lostWithout(AgencyId agency) {
        var found = kept(agency);
        renew(agency, found);
        var newest = found.newest;
        return newest == null || isOlder(newest, USABLE) ? Map.of() : newest.lostWithout(MINUTES);
    }

    /**
     * Coverage of the reader's agency and those below, at most half a minute old; empty when it is not ready in a few
     * seconds.
     *
     * @param minutes a place is reached in time when a unit needs no longer; 1 to 60
     */
    public Optional<Coverage> of(Actor actor, int minutes, Locale locale) {
        if (!actor.hasAny(Role.CALL_TAKER, Role.DISPATCHER, Role.STATION_CHIEF, Role.COMMANDER)
                || actor.agency() == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "dispatch-role-required");
        }
        if (minutes < 1 || minutes > 60) {
            throw new Refusal(Refusal.Kind.INVALID, "malformed-request");
        }
        var agency = Objects.requireNonNull(actor.agency());
        return await(renew(agency, kept(agency))).map(snapshot -> snapshot.coverage(minutes, locale));
    }

    private Kept kept(AgencyId agency) {
        return kept.get(agency, ignored -> new Kept());
    }

    private boolean isOlder(Snapshot snapshot, Duration age) {
        return snapshot.at().plus(age).isBefore(clock.instant());
    }

    private CompletableFuture<Snapshot> renew(AgencyId agency, Kept found) {
        synchronized (found) {
            var newest = found.newest;
            if (newest != null && !isOlder(newest, FRESH)) {
                return CompletableFuture.completedFuture(newest);
            }
            var coming = found.coming;
            if (coming == null || coming.isDone()) {
                coming = CompletableFuture.supplyAsync(() -> snapshots.of(agency), worker);
                coming.thenAccept(made -> found.newest = made);
                found.coming = coming;
            }
            return coming;
        }
    }

    private static Optional<Snapshot> await(CompletableFuture<Snapshot> coming) {
        try {
            return Optional.of(coming.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
