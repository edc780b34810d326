package org.openbeat.app.places.boundaries;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.places.Beat;
import org.openbeat.app.places.BeatAt;
import org.openbeat.app.places.Jurisdiction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which area a place belongs to at an instant. A stored set never changes, so its areas stay in memory; which sets there
 * are is asked again every second, for another server may have stored one.
 */
@Component
public class Boundaries {
    private static final Duration MOST_AGE = Duration.ofSeconds(1);

    private final JdbcBoundaries stored;
    private final Identifiers identifiers;
    private final Cache<Boundaries, List<BoundarySet>> sets =
            Caffeine.newBuilder().expireAfterWrite(MOST_AGE).build();
    private final Cache<UUID, List<MappedArea>> areas =
            Caffeine.newBuilder().maximumSize(50).build();

    Boundaries(JdbcBoundaries stored, Identifiers identifiers) {
        this.stored = stored;
        this.identifiers = identifiers;
    }

    /** Whether there are no boundaries but grids that we drew ourselves; those may be drawn anew for another map. */
    public boolean areMadeUp() {
        return stored.onlyHas(BeatGrid.SOURCE);
    }

    /** Stores a set of areas, valid from an instant on; the agency's set before it ends there. */
    public UUID add(AgencyId agency, List<Area> set, Instant from, String source, Instant now) {
        bypassUntilCompletion();
        var id = identifiers.next();
        var until = stored.endAt(agency, from);
        stored.add(id, agency, from, until, source, now);
        set.forEach(area -> stored.add(id, area));
        return id;
    }

    /** Whoever stores a set sees it at once and alone; the others see it once it is committed. */
    private void bypassUntilCompletion() {
        if (TransactionSynchronizationManager.isSynchronizationActive() && !isBypassed()) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(Boundaries.this);
                    sets.invalidateAll();
                }
            });
        }
    }

    private boolean isBypassed() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private List<MappedArea> at(Instant instant) {
        var alone = isBypassed();
        var known = alone ? stored.sets() : sets.get(this, any -> stored.sets());
        return known.stream()
                .filter(set -> set.isValidAt(instant))
                .flatMap(set -> alone ? load(set.id()).stream() : areas.get(set.id(), this::load).stream())
                .toList();
    }

    private Stream<MappedArea> at(Instant instant, Area.Kind kind) {
        return at(instant).stream().filter(mapped -> mapped.area().kind() == kind);
    }

    private List<MappedArea> load(UUID set) {
        return stored.areas(set).stream().map(MappedArea::new).toList();
    }

    /** The beats at an instant, by code. */
    public List<Beat> beats(Instant instant) {
        return at(instant, Area.Kind.BEAT)
                .map(MappedArea::beat)
                .sorted(Comparator.comparing(beat -> beat.code().value()))
                .toList();
    }

    public Optional<Beat> beat(BeatCode code, Instant instant) {
        return at(instant, Area.Kind.BEAT)
                .filter(mapped -> mapped.area().code().equals(code.value()))
                .map(MappedArea::beat)
                .findFirst();
    }

    /** The areas at an instant, to be drawn. */
    public List<Area> areas(Instant instant) {
        return at(instant).stream().map(MappedArea::area).toList();
    }

    /** The beat that holds a point; on a common edge the one with the lower code. */
    public Optional<BeatAt> beatAt(GeoPoint point, Instant instant) {
        var beats = at(instant, Area.Kind.BEAT).toList();
        return beats.stream().filter(mapped -> mapped.holds(point)).findFirst().map(here -> beatAt(here, point, beats));
    }

    private static BeatAt beatAt(MappedArea here, GeoPoint point, List<MappedArea> beats) {
        var metres = here.metresToEdge(point);
        return new BeatAt(here.beat(), metres, metres > BeatAt.DOUBTFUL_METRES ? null : across(here, point, beats));
    }

    /** The nearest other beat, if a step over the edge leads into it. */
    private static @Nullable Beat across(MappedArea here, GeoPoint point, List<MappedArea> beats) {
        return beats.stream()
                .filter(other -> other != here && other.isNear(point))
                .filter(other -> other.metresToEdge(point) <= 2 * BeatAt.DOUBTFUL_METRES)
                .min(Comparator.comparingDouble(other -> other.metresToEdge(point)))
                .map(MappedArea::beat)
                .orElse(null);
    }

    /** Whose area holds a point; where no jurisdiction is drawn, that of the beat. */
    public Optional<Jurisdiction> jurisdictionAt(GeoPoint point, Instant instant) {
        return jurisdictionsAt(instant).apply(point);
    }

    /** The same for many points at one instant, asked of the database once. */
    public Function<GeoPoint, Optional<Jurisdiction>> jurisdictionsAt(Instant instant) {
        var all = at(instant);
        var ordered = Stream.of(Area.Kind.values())
                .flatMap(kind -> all.stream().filter(mapped -> mapped.area().kind() == kind))
                .toList();
        return point -> ordered.stream()
                .filter(mapped -> mapped.holds(point))
                .findFirst()
                .map(mapped ->
                        new Jurisdiction(mapped.area().agency(), mapped.area().name()));
    }
}
