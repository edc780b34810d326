package org.openbeat.app.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.places.boundaries.InvalidGeoJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** {@code import-boundaries FILE}: takes jurisdiction and beats over from GeoJSON, valid from now on. */
@Component
class ImportBoundariesCommand implements OneOffCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ImportBoundariesCommand.class);

    private final Places places;
    private final OpenbeatSettings settings;
    private final Clock clock;

    ImportBoundariesCommand(Places places, OpenbeatSettings settings, Clock clock) {
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "import-boundaries";
    }

    @Override
    public int run(String argument) {
        var file = Path.of(argument);
        if (argument.isBlank() || !Files.isRegularFile(file)) {
            LOG.error("There is no file \"{}\". Give a GeoJSON file with the polygons of the beats.", argument);
            return 2;
        }
        try {
            var source = file.getFileName().toString();
            places.importBoundaries(Actor.SYSTEM, settings.agency(), Files.readString(file), clock.instant(), source);
            LOG.info(
                    "The boundaries of {} are in use: {} beats.",
                    source,
                    places.beats().size());
            return 0;
        } catch (InvalidGeoJson e) {
            LOG.error("{} was refused. {}", file.getFileName(), e.getMessage());
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
