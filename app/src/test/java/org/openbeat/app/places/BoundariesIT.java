package org.openbeat.app.places;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.boundaries.InvalidGeoJson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlacesTest
class BoundariesIT {
    private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-06-01T00:00:00Z");
    private static final GeoPoint WEST = new GeoPoint(10.05, 20.05);

    @Autowired
    Places places;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void r46_boundaries_are_versioned_by_date() {
        var agency = new AgencyId("north");
        importAt(agency, SPRING, "W1", "E1");
        importAt(agency, SUMMER, "W2", "E2");
        assertThat(beat(WEST, SPRING.minusSeconds(1))).isEqualTo("none");
        assertThat(beat(WEST, SPRING)).isEqualTo("W1");
        assertThat(beat(WEST, SUMMER.minusSeconds(1))).isEqualTo("W1");
        assertThat(beat(WEST, SUMMER)).isEqualTo("W2");
        assertThat(places.findBeat(new BeatCode("W2"))).isPresent();
        assertThat(places.findBeat(new BeatCode("W1"))).isEmpty();

        // A set for a time between the two holds only until the next one.
        importAt(agency, SPRING.plusSeconds(3600), "W3", "E3");
        assertThat(beat(WEST, SPRING.plusSeconds(3599))).isEqualTo("W1");
        assertThat(beat(WEST, SPRING.plusSeconds(3600))).isEqualTo("W3");
        assertThat(beat(WEST, SUMMER)).isEqualTo("W2");

        // A set for the same instant takes the place of the one before.
        importAt(agency, SUMMER, "W4", "E4");
        assertThat(beat(WEST, SUMMER)).isEqualTo("W4");

        assertThat(jdbc.sql("select count(*) from places.boundary_set where agency = 'north'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void a_set_is_seen_at_once_by_who_stores_it_and_by_others_only_if_it_is_kept() {
        var agency = new AgencyId("kept-or-not");
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            importAt(agency, SPRING, "W6", "E6", 50);
            assertThat(beat(new GeoPoint(50.05, 20.05), SPRING)).isEqualTo("W6");
            assertThat(supplyAsync(() -> beat(new GeoPoint(50.05, 20.05), SPRING))
                            .join())
                    .isEqualTo("none");
            status.setRollbackOnly();
        });
        assertThat(beat(new GeoPoint(50.05, 20.05), SPRING)).isEqualTo("none");
        transaction.executeWithoutResult(status -> importAt(agency, SPRING, "W7", "E7", 50));
        assertThat(beat(new GeoPoint(50.05, 20.05), SPRING)).isEqualTo("W7");
    }

    @Test
    void r45_near_a_boundary_the_beat_across_is_named() {
        importAt(new AgencyId("south"), SPRING, "W8", "E8", 30);
        var twentyMetresWest = new GeoPoint(30.05, 20.1 - 0.0002);
        var doubtful = places.beatAt(twentyMetresWest, SUMMER).orElseThrow();
        assertThat(doubtful.isDoubtful()).isTrue();
        assertThat(doubtful.beat().code().value()).isEqualTo("W8");
        assertThat(doubtful.across()).isNotNull();
        assertThat(doubtful.across().code().value()).isEqualTo("E8");
        assertThat(doubtful.metresToBoundary()).isBetween(15.0, 25.0);

        var clear = places.beatAt(new GeoPoint(30.05, 20.05), SUMMER).orElseThrow();
        assertThat(clear.isDoubtful()).isFalse();

        // At the outer edge there is no other side to ask about.
        var edge = places.beatAt(new GeoPoint(30.05, 20.0 + 0.0001), SUMMER).orElseThrow();
        assertThat(edge.isDoubtful()).isFalse();
    }

    @Test
    void the_beats_of_the_made_up_city_are_taken_over_with_names_in_both_languages() throws IOException {
        LindenportMap.use(places);
        var city = LindenportMap.CITY;
        places.importBoundaries(
                Actor.SYSTEM, LindenportMap.AGENCY, city.beatsGeoJson(), clock.instant(), "lindenport.geojson");
        var first = city.beats().getFirst();
        var beat = places.findBeat(new BeatCode(first.code())).orElseThrow();
        assertThat(beat.name(Locale.ENGLISH)).isEqualTo(first.name());
        assertThat(beat.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo(first.nameZh());
        assertThat(beat.station()).isEqualTo(first.station());
        for (var address : city.addresses().subList(0, 200)) {
            var at = new GeoPoint(
                    address.position().latitude(), address.position().longitude());
            assertThat(beat(at, clock.instant())).isEqualTo(address.beat());
            assertThat(places.jurisdictionAt(at, clock.instant())).isPresent();
        }
        assertThat(jdbc.sql("""
                                select count(*) from ledger.entry where action = 'places.boundaries-changed'""").query(Integer.class).single()).isPositive();
    }

    @Test
    void a_faulty_file_changes_nothing_and_says_where_it_is_faulty() {
        var agency = new AgencyId("faulty");
        var open = square("A", 20, 0).replace("[20.0,0.0]]]", "[20.0,0.001]]]");
        assertThatThrownBy(() -> places.importBoundaries(Actor.SYSTEM, agency, collection(open), SPRING, "test"))
                .isInstanceOf(InvalidGeoJson.class)
                .hasMessageContaining("features[0].geometry.coordinates[0]")
                .hasMessageContaining("does not close");
        assertThat(beat(new GeoPoint(0.05, 20.05), SUMMER)).isEqualTo("none");
    }

    private String beat(GeoPoint point, Instant at) {
        return places.beatAt(point, at).map(here -> here.beat().code().value()).orElse("none");
    }

    private void importAt(AgencyId agency, Instant from, String west, String east) {
        importAt(agency, from, west, east, 10);
    }

    private void importAt(AgencyId agency, Instant from, String west, String east, double south) {
        var text = collection(square(west, 20, south) + "," + square(east, 20.1, south));
        places.importBoundaries(Actor.SYSTEM, agency, text, from, "test");
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    /** A beat of a tenth of a degree. */
    private static String square(String code, double west, double south) {
        return """
                {"type":"Feature","properties":{"code":"%s","name":"Beat %1$s"},"geometry":{"type":"Polygon",
                "coordinates":[[[%2$s,%3$s],[%4$s,%3$s],[%4$s,%5$s],[%2$s,%5$s],[%2$s,%3$s]]]}}""".formatted(code, west, south, west + 0.1, south + 0.1);
    }
}
