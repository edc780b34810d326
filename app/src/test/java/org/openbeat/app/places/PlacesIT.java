package org.openbeat.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.engine.city.Address;
import org.openbeat.engine.city.GeoPosition;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.UnreadableMap;
import org.springframework.beans.factory.annotation.Autowired;

@PlacesTest
class PlacesIT {

    @Autowired
    Places places;

    @BeforeEach
    void map() throws IOException {
        LindenportMap.use(places);
    }

    @Test
    void addresses_from_all_over_the_city_are_found_exactly_where_they_are() {
        var addresses = LindenportMap.CITY.addresses();
        for (var i = 0; i < addresses.size(); i += 100) {
            var address = addresses.get(i);
            var found = best(address.number() + " " + address.street());
            assertThat(found.kind()).as("%s", address).isEqualTo(PlaceMatch.Kind.ADDRESS);
            assertThat(found.precision()).isEqualTo(Precision.EXACT);
            assertThat(found.at().metresTo(at(address.position()))).isLessThan(20);
        }
    }

    @Test
    void an_address_is_found_with_the_number_behind_in_short_form_and_in_chinese() {
        assertThat(best("1 Tower Lane").label()).isEqualTo("1 Tower Lane, Lindenport");
        assertThat(best("Tower Ln 1").label()).isEqualTo("1 Tower Lane, Lindenport");
        assertThat(best("1 tower lane, Lindenport").label()).isEqualTo("1 Tower Lane, Lindenport");
        assertThat(best("1 tower lane lindenport").label()).isEqualTo("1 Tower Lane, Lindenport");
        assertThat(best("盐街1号").label()).isEqualTo("盐街1号");
        assertThat(best("盐街1号").at()).isEqualTo(best("1 Salt Street").at());
        assertThat(best("林登港医院").at()).isEqualTo(best("Lindenport Hospital").at());
    }

    @Test
    void a_number_between_known_ones_is_approximate_and_one_far_beyond_only_the_street() {
        var street = LindenportMap.CITY.addresses().stream()
                .filter(address -> address.street().equals("Salt Street"))
                .mapToInt(address -> Integer.parseInt(address.number()))
                .max()
                .orElseThrow();
        var beyond = best((street + 4) + " Salt Street");
        assertThat(beyond.precision()).isEqualTo(Precision.APPROXIMATE);
        var far = best((street + 4000) + " Salt Street");
        assertThat(far.precision()).isEqualTo(Precision.CENTROID);
        assertThat(far.needsConfirmation()).isTrue();
        assertThat(far.confidence()).isLessThan(beyond.confidence());
    }

    @Test
    void a_landmark_is_found_by_the_beginnings_of_its_words() {
        assertThat(best("central bus sta").label()).startsWith("Central Bus Station");
        assertThat(best("city lib").label()).startsWith("City Library");
    }

    @Test
    void coordinates_are_taken_as_they_are_and_nonsense_finds_nothing() {
        assertThat(best("45.0007, -30.0001").at()).isEqualTo(new GeoPoint(45.0007, -30.0001));
        assertThat(places.find("%_' ; -- \\", 5)).isEmpty();
        assertThat(places.find("", 5)).isEmpty();
        assertThat(places.find("x".repeat(5000), 5)).isEmpty();
    }

    @Test
    void r44_the_nearest_address_is_given_with_its_distance() {
        Address address = LindenportMap.CITY.addresses().getFirst();
        var near = new GeoPoint(
                address.position().latitude() + 0.00005, address.position().longitude());
        var nearest = places.nearestAddress(near).orElseThrow();
        assertThat(nearest.label()).contains(address.street()).contains(address.number());
        assertThat(nearest.metres()).isBetween(0.0, 30.0);
        assertThat(places.nearestAddress(new GeoPoint(10, 10))).isEmpty();
    }

    @Test
    void r47_a_place_outside_the_jurisdiction_is_flagged() {
        var outside = best("44.5, -30.5");
        assertThat(outside.outside()).isTrue();
        assertThat(outside.needsConfirmation()).isTrue();
        assertThat(best("1 Tower Lane").outside()).isFalse();
    }

    @Test
    void a_car_drives_over_the_imported_roads() {
        var from = best("1 Tower Lane").at();
        var to = best("Lindenport Hospital").at();
        var origin = new Origin<>("car", new Point(from.latitude(), from.longitude()));
        var time = places.roads()
                .travelTimes(List.of(origin), new Point(to.latitude(), to.longitude()))
                .get("car");
        assertThat(time.isByRoad()).isTrue();
        assertThat(time.metres()).isGreaterThan(from.metresTo(to));
    }

    @Test
    void the_same_file_is_taken_over_once() throws IOException {
        var first = LindenportMap.use(places);
        assertThat(LindenportMap.use(places)).isEqualTo(first);
        assertThat(places.map()).contains(first);
        assertThat(first.bounds().contains(best("1 Tower Lane").at())).isTrue();
    }

    @Test
    void a_file_that_is_no_map_changes_nothing(@TempDir Path folder) throws IOException {
        var before = places.map();
        var file = Files.writeString(folder.resolve("notes.osm.pbf"), "no map");
        assertThatThrownBy(() -> places.importMap(Actor.SYSTEM, file, LindenportMap.AGENCY, line -> {}))
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOf(UnreadableMap.class),
                        e -> assertThat(e).hasMessageContaining("no OpenStreetMap extract"));
        assertThat(places.map()).isEqualTo(before);
    }

    private PlaceMatch best(String typed) {
        return places.find(typed, 1).getFirst();
    }

    private static GeoPoint at(GeoPosition position) {
        return new GeoPoint(position.latitude(), position.longitude());
    }
}
