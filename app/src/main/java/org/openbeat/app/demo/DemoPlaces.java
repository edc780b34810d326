package org.openbeat.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.places.Places;
import org.openbeat.engine.city.DemoCity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Imports the demo city's map and beats as an operator imports those of a real city. */
@Component
@Profile("demo")
class DemoPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPlaces.class);

    private final ObjectProvider<DemoCity> city;
    private final Places places;
    private final OpenbeatSettings settings;

    DemoPlaces(ObjectProvider<DemoCity> city, Places places, OpenbeatSettings settings) {
        this.city = city;
        this.places = places;
        this.settings = settings;
    }

    void importAll(AgencyId police, Instant validFrom) {
        if (places.map().isPresent()) {
            return;
        }
        places.importBoundaries(Actor.SYSTEM, police, city.getObject().beatsGeoJson(), validFrom, "demo city");
        try {
            importMap(police);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void importMap(AgencyId police) throws IOException {
        Files.createDirectories(settings.data());
        Path folder = Files.createTempDirectory(settings.data(), "demo-city");
        Path file = folder.resolve("lindenport.osm.gz");
        try {
            try (var out = Files.newOutputStream(file)) {
                city.getObject().writeOsmGz(out);
            }
            places.importMap(Actor.SYSTEM, file, police, LOG::info);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
