package org.openbeat.app.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.places.boundaries.BeatGrid;
import org.openbeat.app.places.boundaries.Boundaries;
import org.openbeat.app.places.events.BoundariesChanged;
import org.openbeat.app.places.events.MapImported;
import org.openbeat.app.places.extract.Extract;
import org.openbeat.app.places.extract.ExtractReader;
import org.openbeat.app.places.streets.Geocoder;
import org.openbeat.app.places.tiles.Tiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an extract over: its copy, its roads, its streets and its tiles. All of it or nothing becomes the map in use. */
@Component
class MapImports {
    private final MapFiles files;
    private final JdbcMaps maps;
    private final Geocoder streets;
    private final Tiles tiles;
    private final Boundaries boundaries;
    private final Identifiers identifiers;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    MapImports(
            MapFiles files,
            JdbcMaps maps,
            Geocoder streets,
            Tiles tiles,
            Boundaries boundaries,
            Identifiers identifiers,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.files = files;
        this.maps = maps;
        this.streets = streets;
        this.tiles = tiles;
        this.boundaries = boundaries;
        this.identifiers = identifiers;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    ImportedMap importMap(Actor actor, Path file, AgencyId agency, Consumer<String> progress) {
        try {
            var fingerprint = MapFiles.fingerprint(file);
            var current = maps.current();
            if (current.isPresent() && current.get().fingerprint().equals(fingerprint)) {
                progress.accept("This very map is in use already.");
                return current.get();
            }
            return importNew(actor, file, fingerprint, agency, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportedMap importNew(
            Actor actor, Path file, String fingerprint, AgencyId agency, Consumer<String> progress) throws IOException {
        progress.accept("Reading " + file.getFileName() + " …");
        var extract = ExtractReader.read(file);
        progress.accept("%,d things on the map. Making the road network …"
                .formatted(extract.features().size()));
        var kept = files.keep(file, fingerprint);
        try (var roads = files.roads(kept)) {
            progress.accept("%,d junctions, %,d stretches of road. Making the street index …"
                    .formatted(roads.size().junctions(), roads.size().stretches()));
        }
        var map = new ImportedMap(
                identifiers.next(), kept.getFileName().toString(), fingerprint, bounds(extract), clock.instant());
        RowScope.owner("tables filled anew are analysed, numbers set")
                .run(() -> transaction.executeWithoutResult(status -> store(actor, map, extract, agency, progress)));
        progress.accept("The map " + map.name() + " is in use.");
        return map;
    }

    private void store(Actor actor, ImportedMap map, Extract extract, AgencyId agency, Consumer<String> progress) {
        maps.lock();
        maps.add(map);
        streets.index(map.id(), extract);
        progress.accept("Drawing the map …");
        progress.accept("%,d tiles drawn.".formatted(tiles.make(map.id(), extract)));
        if (boundaries.areMadeUp()) {
            progress.accept("Nobody has given boundaries yet: drawing a grid of beats to begin with.");
            drawGrid(actor, map, agency);
        }
        maps.removeOthers(map.id());
        events.publishEvent(new MapImported(map.id(), map.name(), map.fingerprint(), actor, map.importedAt()));
    }

    private void drawGrid(Actor actor, ImportedMap map, AgencyId agency) {
        var at = map.importedAt();
        var areas = BeatGrid.over(map.bounds(), map.name(), agency);
        var set = boundaries.add(agency, areas, at, BeatGrid.SOURCE, at);
        events.publishEvent(new BoundariesChanged(set, agency, at, areas.size(), BeatGrid.SOURCE, actor, at));
    }

    /** Where there are streets: an extract's own rectangle may reach far out to sea. */
    private static GeoBounds bounds(Extract extract) {
        var area = new Envelope();
        extract.features().stream()
                .filter(feature -> feature.has("highway"))
                .forEach(feature -> area.expandToInclude(feature.geometry().getEnvelopeInternal()));
        var shown = area.isNull() ? extract.area() : area;
        return new GeoBounds(shown.getMinY(), shown.getMinX(), shown.getMaxY(), shown.getMaxX());
    }
}
