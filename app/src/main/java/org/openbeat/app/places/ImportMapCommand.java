package org.openbeat.app.places;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** {@code import-map FILE}: takes an OpenStreetMap extract over as the map in use. */
@Component
class ImportMapCommand implements OneOffCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ImportMapCommand.class);

    private final Places places;
    private final OpenbeatSettings settings;

    ImportMapCommand(Places places, OpenbeatSettings settings) {
        this.places = places;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "import-map";
    }

    @Override
    public int run(String argument) {
        var file = Path.of(argument);
        if (argument.isBlank() || !Files.isRegularFile(file)) {
            LOG.error("There is no file \"{}\". Give an OpenStreetMap extract, .osm.pbf or .osm.gz.", argument);
            return 2;
        }
        places.importMap(Actor.SYSTEM, file, settings.agency(), LOG::info);
        return 0;
    }
}
