package org.openbeat.app.places;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.boundaries.AreaFile;
import org.openbeat.app.places.boundaries.Boundaries;
import org.openbeat.app.places.events.BoundariesChanged;
import org.openbeat.app.places.streets.Geocoder;
import org.openbeat.app.places.streets.ReverseGeocoder;
import org.openbeat.engine.response.RoadNetwork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places of the jurisdiction: streets, beats, roads. Nothing leaves this server to answer. */
@Service
public class Places {
    private final JdbcMaps maps;
    private final MapImports imports;
    private final MapFiles files;
    private final Geocoder geocoder;
    private final ReverseGeocoder reverse;
    private final Boundaries boundaries;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private @Nullable OpenRoads open;

    private record OpenRoads(UUID map, RoadNetwork network) {}

    Places(
            JdbcMaps maps,
            MapImports imports,
            MapFiles files,
            Geocoder geocoder,
            ReverseGeocoder reverse,
            Boundaries boundaries,
            Clock clock,
            ApplicationEventPublisher events) {
        this.maps = maps;
        this.imports = imports;
        this.files = files;
        this.geocoder = geocoder;
        this.reverse = reverse;
        this.boundaries = boundaries;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The places that somebody may mean, best first, from what they typed so far: an address, a crossing ("Main St and
     * 3rd Ave"), a street, a landmark, a town, or latitude and longitude. Good while typing, too. Empty without a map.
     */
    public List<PlaceMatch> find(String typed, int limit) {
        var map = maps.current();
        if (map.isEmpty()) {
            return List.of();
        }
        var jurisdictions = boundaries.jurisdictionsAt(clock.instant());
        return geocoder.find(map.get().id(), typed, limit).stream()
                .map(found -> found.outside(jurisdictions.apply(found.at()).isEmpty()))
                .toList();
    }

    /** The address or street nearest to a point. Show the coordinates first, and that this is approximate. */
    public Optional<NearestAddress> nearestAddress(GeoPoint point) {
        return maps.current().flatMap(map -> reverse.nearest(map.id(), point));
    }

    /** The beat that holds a point at an instant; empty outside every beat. */
    public Optional<BeatAt> beatAt(GeoPoint point, Instant instant) {
        return boundaries.beatAt(point, instant);
    }

    /** Whose jurisdiction a point is in at an instant; empty outside every one. */
    public Optional<Jurisdiction> jurisdictionAt(GeoPoint point, Instant instant) {
        return boundaries.jurisdictionAt(point, instant);
    }

    /** All beats as of now, by code. */
    public List<Beat> beats() {
        return boundaries.beats(clock.instant());
    }

    /** A beat as of now. */
    public Optional<Beat> findBeat(BeatCode code) {
        return boundaries.beat(code, clock.instant());
    }

    /** The map in use. */
    public Optional<ImportedMap> map() {
        return maps.current();
    }

    /**
     * The roads of the map in use, for travel times; straight lines that say so where there is no map. The first call
     * after a start or an import reads them, about a second for a city.
     */
    public synchronized RoadNetwork roads() {
        var map = maps.current().orElse(null);
        if (map == null) {
            return RoadNetwork.withoutMap();
        }
        if (open == null || !open.map.equals(map.id())) {
            open = new OpenRoads(map.id(), files.roads(map));
        }
        return open.network;
    }

    /**
     * Takes an OpenStreetMap extract over as the map in use. Where there are no boundaries yet it also draws a grid of
     * beats, so that everything works at once.
     *
     * @param agency whose beats those are
     * @param progress told what is being done, a line at a time
     * @throws org.openbeat.engine.response.UnreadableMap if the file is no map
     */
    public ImportedMap importMap(Actor actor, Path file, AgencyId agency, Consumer<String> progress) {
        return imports.importMap(actor, file, agency, progress);
    }

    /**
     * Takes the jurisdiction and beats of an agency over from GeoJSON; what was valid before stays valid for the time
     * before.
     *
     * @param geoJson polygons with the properties {@code kind}, {@code code}, {@code name}
     * @param from when they begin to hold
     * @param source where they come from, for the record
     * @throws org.openbeat.app.places.boundaries.InvalidGeoJson with the place and the reason
     */
    @Transactional
    public void importBoundaries(Actor actor, AgencyId agency, String geoJson, Instant from, String source) {
        var now = clock.instant();
        var areas = AreaFile.read(geoJson, agency);
        var set = boundaries.add(agency, areas, from, source, now);
        events.publishEvent(new BoundariesChanged(set, agency, from, areas.size(), source, actor, now));
    }
}
