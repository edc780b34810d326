package org.openbeat.app.places;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.engine.city.CityPlan;
import org.openbeat.engine.city.DemoCity;

/** The made-up city as the map in use. */
public final class LindenportMap {
    public static final AgencyId AGENCY = new AgencyId("lindenport");
    public static final DemoCity CITY = DemoCity.generate(CityPlan.lindenport());
    private static final Path FILE = Path.of("target/lindenport.osm.gz");

    private LindenportMap() {}

    /** Imports it with its beats unless it is in use already; the same file each time, so that its fingerprint stays. */
    public static ImportedMap use(Places places) throws IOException {
        if (!Files.exists(FILE)) {
            try (var out = Files.newOutputStream(FILE)) {
                CITY.writeOsmGz(out);
            }
        }
        var map = places.importMap(Actor.SYSTEM, FILE, AGENCY, line -> {});
        var longAgo = Instant.parse("2026-01-01T00:00:00Z");
        if (places.beatAt(map.bounds().centre(), longAgo).isEmpty()) {
            places.importBoundaries(Actor.SYSTEM, AGENCY, CITY.beatsGeoJson(), longAgo, "lindenport.geojson");
        }
        return map;
    }
}
