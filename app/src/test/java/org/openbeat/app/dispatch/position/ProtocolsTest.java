package org.openbeat.app.dispatch.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;
import tools.jackson.databind.json.JsonMapper;

class ProtocolsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void owntracks_tells_kilometres_an_hour_and_seconds() {
        var fix = ownTracks("""
                {"_type": "location", "lat": 40.1, "lon": -83.2, "acc": 12, "vel": 36, "cog": 90, "tst": %d,
                 "tid": "u7", "batt": 80}""".formatted(NOON.getEpochSecond() - 10)).orElseThrow();
        assertThat(fix.point()).isEqualTo(new GeoPoint(40.1, -83.2));
        assertThat(fix.speedMetresPerSecond()).isCloseTo(10.0, within(1e-9));
        assertThat(fix.headingDegrees()).isEqualTo(90);
        assertThat(fix.accuracyMetres()).isEqualTo(12);
        assertThat(fix.at()).isEqualTo(NOON.minusSeconds(10));
    }

    @Test
    void owntracks_messages_that_are_no_location_say_nothing() {
        assertThat(ownTracks("{\"_type\": \"lwt\", \"tst\": 1}")).isEmpty();
        assertThat(ownTracks("{}")).isEmpty();
        assertThatThrownBy(() -> ownTracks("{\"_type\": \"encrypted\", \"data\": \"x\"}"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void osmand_parameters_are_read_in_every_form_of_time_and_place() {
        var expected = new GeoPoint(40.1, -83.2);
        for (var time : List.of(
                "1795608000",
                "1795608000000",
                "2026-11-25T12:00:00Z",
                "2026-11-25T07:00:00-05:00",
                "2026-11-25 12:00:00")) {
            var fix = OsmAnd.read(
                            Map.of("id", "x", "lat", "40.1", "lon", "-83.2", "timestamp", time, "speed", "10"), NOON)
                    .orElseThrow();
            assertThat(fix.point()).isEqualTo(expected);
            assertThat(fix.at()).isEqualTo(NOON);
            assertThat(fix.speedMetresPerSecond()).as("knots").isCloseTo(5.144, within(0.001));
        }
        var pair = OsmAnd.read(Map.of("location", "40.1,-83.2", "heading", "45"), NOON)
                .orElseThrow();
        assertThat(pair.point()).isEqualTo(expected);
        assertThat(pair.headingDegrees()).isEqualTo(45);
        assertThat(OsmAnd.read(Map.of("lat", "1", "lon", "1", "valid", "false"), NOON))
                .isEmpty();
    }

    @Test
    void the_json_of_traccar_client_is_read_as_one_location_or_as_a_list() {
        var one = """
                {"location": {"timestamp": "2026-11-25T11:59:50.000Z", "coords": {"latitude": 40.1,
                 "longitude": -83.2, "accuracy": 5, "speed": -1, "heading": -1, "altitude": 200}, "is_moving": true,
                 "battery": {"level": 0.9}}, "device_id": "x"}""";
        var fix = OsmAnd.read(JSON.readTree(one), NOON).orElseThrow();
        assertThat(fix.point()).isEqualTo(new GeoPoint(40.1, -83.2));
        assertThat(fix.speedMetresPerSecond()).as("-1 is unknown").isNull();
        var list = """
                {"location": [{"timestamp": "2026-11-25T11:00:00Z", "coords": {"latitude": 1, "longitude": 2}},
                 {"timestamp": "2026-11-25T11:30:00Z", "coords": {"latitude": 3, "longitude": 4}}]}""";
        assertThat(OsmAnd.read(JSON.readTree(list), NOON).orElseThrow().point()).isEqualTo(new GeoPoint(3, 4));
    }

    @Test
    void values_that_cannot_be_are_refused_by_name() {
        assertRefused("latitude, longitude", Map.of("lat", "91", "lon", "0"));
        assertRefused("latitude, longitude", Map.of("lat", "0", "lon", "0"));
        assertRefused("latitude, longitude", Map.of("lat", "NaN", "lon", "1"));
        assertRefused("lat", Map.of("lat", "north", "lon", "1"));
        assertRefused("lon", Map.of("lat", "1"));
        assertRefused("speed", Map.of("lat", "1", "lon", "1", "speed", "9999"));
        assertRefused("heading", Map.of("lat", "1", "lon", "1", "bearing", "361"));
        assertRefused("accuracy", Map.of("lat", "1", "lon", "1", "accuracy", "1e9"));
        assertRefused("time", Map.of("lat", "1", "lon", "1", "timestamp", "2036-01-01T00:00:00Z"));
        assertRefused("timestamp", Map.of("lat", "1", "lon", "1", "timestamp", "yesterday"));
    }

    @Test
    void whatever_is_sent_ends_in_a_fix_or_in_a_refusal() {
        var random = new Random(7);
        var values = List.of(
                "", "-1", "1e309", "NaN", "Infinity", "0x1p3", "٣", "1,2", "2026-13-40 99:99:99", "9".repeat(15));
        for (int i = 0; i < 5_000; i++) {
            var parameters = new java.util.HashMap<String, String>();
            for (var name : List.of("lat", "lon", "location", "timestamp", "speed", "bearing", "accuracy", "valid")) {
                if (random.nextBoolean()) {
                    parameters.put(name, values.get(random.nextInt(values.size())));
                }
            }
            try {
                assertThat(OsmAnd.read(parameters, NOON)).isNotNull();
            } catch (Refusal refusal) {
                assertThat(refusal.type()).isEqualTo("position-invalid");
            }
        }
    }

    private static void assertRefused(String what, Map<String, String> parameters) {
        assertThatThrownBy(() -> OsmAnd.read(parameters, NOON))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(what));
    }

    private static Optional<Fix> ownTracks(String message) {
        return OwnTracks.read(JSON.readTree(message), NOON);
    }
}
