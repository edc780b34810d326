package org.openbeat.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.springframework.beans.factory.annotation.Autowired;

@PlacesTest
class RealMapIT {
    private static final Path EXTRACTS = Path.of("../../shared/data/osm");

    @Autowired
    Places places;

    @Test
    void on_columbus_streets_are_found_by_name_by_their_beginning_and_with_a_slip() {
        use("columbus.osm.pbf");
        assertThat(best("Broad Street").label()).isEqualTo("Broad Street");
        assertThat(best("broad st").label()).isEqualTo("Broad Street");
        assertThat(best("Boad Streer").label()).isEqualTo("Broad Street");
        assertThat(best("hihg st").label()).isEqualTo("High Street");
        assertThat(best("Ohio Stateh").label()).isEqualTo("Ohio Statehouse");
        assertThat(best("ohio stadum").label()).isEqualTo("Ohio Stadium");
    }

    @Test
    void on_columbus_a_crossing_is_found_in_each_of_the_usual_ways_to_write_it() {
        use("columbus.osm.pbf");
        for (var typed : List.of("High St & Broad St", "broad street and high street", "High St / Broad St")) {
            var crossing = best(typed);
            assertThat(crossing.kind()).isEqualTo(PlaceMatch.Kind.CROSSING);
            assertThat(crossing.at().metresTo(new GeoPoint(39.96223, -83.00064)))
                    .isLessThan(50);
            assertThat(crossing.precision()).isEqualTo(Precision.EXACT);
        }
    }

    @Test
    void on_monaco_a_car_from_the_port_reaches_the_casino_in_minutes() {
        use("monaco.osm.gz");
        var casino = best("Place du Casino").at();
        var time = places.roads()
                .travelTimes(
                        List.of(new Origin<>("car", new Point(43.7336, 7.4200))),
                        new Point(casino.latitude(), casino.longitude()))
                .get("car");
        assertThat(time.isByRoad()).isTrue();
        assertThat(time.duration().toSeconds()).isBetween(60L, 600L);
    }

    private PlaceMatch best(String typed) {
        return places.find(typed, 1).getFirst();
    }

    private void use(String extract) {
        var file = EXTRACTS.resolve(extract);
        assumeTrue(Files.exists(file), () -> "SKIPPED: the extract " + extract + " is absent");
        places.importMap(Actor.SYSTEM, file, new AgencyId("city"), line -> {});
    }
}
