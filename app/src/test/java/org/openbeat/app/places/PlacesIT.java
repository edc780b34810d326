package org.openbeat.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.beans.factory.annotation.Autowired;

@OpenbeatTest
class PlacesIT {
    private static final Path COLUMBUS = Path.of("../../shared/data/osm/columbus.osm.pbf");

    @Autowired
    Places places;

    @Autowired
    Clock clock;

    @BeforeEach
    void columbus() {
        assumeTrue(Files.exists(COLUMBUS), "SKIPPED: the extract " + COLUMBUS + " is absent");
        places.importMap(Actor.SYSTEM, COLUMBUS, new AgencyId("city"), line -> {});
    }

    @Test
    void a_street_is_found_by_its_name_its_beginning_and_a_slip_of_the_finger() {
        assertThat(best("Broad Street")).contains("Broad Street");
        assertThat(best("broad st")).contains("Broad Street");
        assertThat(best("Boad Streer")).contains("Broad Street");
        assertThat(places.find("Ohio Stateh", 1).getFirst().label()).isEqualTo("Ohio Statehouse");
    }

    @Test
    void a_crossing_is_found_in_each_of_the_usual_ways_to_write_it() {
        for (var typed : List.of("High St & Broad St", "broad street and high street", "High St / Broad St")) {
            var crossing = places.find(typed, 1).getFirst();
            assertThat(crossing.kind()).isEqualTo(PlaceMatch.Kind.CROSSING);
            assertThat(crossing.at().metresTo(new GeoPoint(39.96223, -83.00064)))
                    .isLessThan(50);
            assertThat(crossing.needsConfirmation()).isFalse();
        }
    }

    @Test
    void a_map_without_boundaries_gets_a_grid_of_beats_and_roads_to_drive_on() {
        var statehouse = new GeoPoint(39.9613, -82.9989);
        assertThat(places.beats()).hasSizeGreaterThan(10);
        assertThat(places.beatAt(statehouse, clock.instant())).isPresent();
        assertThat(places.roads().size().junctions()).isGreaterThan(10_000);
    }

    private String best(String typed) {
        return places.find(typed, 1).getFirst().label();
    }
}
