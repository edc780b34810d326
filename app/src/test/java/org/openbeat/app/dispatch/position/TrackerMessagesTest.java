package org.openbeat.app.dispatch.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Messages in every form in which the apps and trackers of the two protocols send them. */
class TrackerMessagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void owntracks_locations_of_phones_and_of_trackers_behind_a_bridge_are_read() {
        var android = ownTracks("1551874880", """
                {"_type":"location","acc":15,"alt":440,"batt":46,"conn":"w","lat":46.0681247,"lon":11.1512805,"t":"u",
                 "tid":"5t","tst":1551874878,"vac":2,"vel":0}""");
        assertThat(android.accuracyMetres()).isEqualTo(15);
        assertThat(android.speedMetresPerSecond()).isZero();
        var least = ownTracks("1497349316", """
                {"lon":2.29513,"lat":48.85833,"tst":1497349316,"_type":"location","tid":"JJ"}""");
        assertThat(least.accuracyMetres()).isNull();
        assertThat(least.headingDegrees()).isNull();
        var driving = ownTracks("1497349320", """
                {"cog":271,"lon":2.29513,"acc":5,"vel":61,"vac":21,"lat":48.85833,"tst":1497349316,"alt":167,
                 "_type":"location","tid":"JJ","t":"u","batt":67}""");
        assertThat(driving.speedMetresPerSecond()).as("61 km/h").isCloseTo(16.944, within(0.001));
        assertThat(driving.headingDegrees()).isEqualTo(271);
        var iPhone = ownTracks("1736161415", """
                {"lon":-122,"acc":5,"created_at":1736161415,"lat":37,"topic":"owntracks/u/22A67880","t":"u","m":1,
                 "tst":1736161169,"conn":"w","alt":0,"_type":"location","tid":"AC","inregions":["Station"]}""");
        assertThat(iPhone.at()).as("when it was there, not when it wrote").isEqualTo(second("1736161169"));
        var tracker = ownTracks("1736519170", """
                {"topic":"owntracks/qtripp/8652","lat":47.420051,"lon":13.654704,"vel":0,"cog":113,"tst":1736519167,
                 "mcc":232,"mnc":1,"lac":"4F4D","cid":"673A","_type":"location","acc":10,"alt":1113,"t":"I","don":105,
                 "tid":"CS"}""");
        assertThat(tracker.point()).isEqualTo(new GeoPoint(47.420051, 13.654704));
    }

    @Test
    void owntracks_transitions_tell_where_the_phone_was_and_the_rest_tells_nothing() {
        var entered = ownTracks("1700000000", """
                {"_type":"transition","wtst":1500000000,"lat":40.1,"lon":-83.2,"tst":1700000000,"acc":8.5,"tid":"u7",
                 "event":"enter","desc":"Station","t":"c"}""");
        assertThat(entered.point()).isEqualTo(new GeoPoint(40.1, -83.2));
        for (var silent : List.of(
                "{\"_type\":\"transition\",\"wtst\":1500000000,\"tst\":1700000000,\"event\":\"leave\",\"acc\":0}",
                "{\"_type\":\"waypoint\",\"desc\":\"Station\",\"lat\":40.1,\"lon\":-83.2,\"rad\":50,\"tst\":1500000000}",
                "{\"_type\":\"waypoints\",\"waypoints\":[{\"_type\":\"waypoint\",\"desc\":\"S\",\"tst\":1500000000}]}",
                "{\"_type\":\"lwt\",\"tst\":1500000000}",
                "{\"_type\":\"status\",\"iOS\":{\"version\":\"18\"}}",
                "{\"_type\":\"steps\",\"tst\":1700000000,\"steps\":12,\"from\":1,\"to\":2}",
                "{\"_type\":\"beacon\",\"tst\":1700000000,\"desc\":\"b\"}",
                "{\"_type\":\"card\",\"name\":\"U 7\",\"tid\":\"u7\"}",
                "{\"_type\":\"cmd\",\"action\":\"reportLocation\"}",
                "{\"_type\":\"configuration\",\"mode\":3}")) {
            assertThat(OwnTracks.read(JSON.readTree(silent), second("1700000000")))
                    .as(silent)
                    .isEmpty();
        }
    }

    @Test
    void owntracks_lists_give_their_newest_place_and_encrypted_ones_are_refused_with_what_to_do() {
        var list = """
                [{"_type":"location","lat":1,"lon":1,"tst":1699999990},{"_type":"lwt","tst":1},
                 {"_type":"location","lat":3,"lon":3,"tst":1700000000},{"_type":"location","lat":2,"lon":2,"tst":1699999995}]""";
        assertThat(ownTracks("1700000000", list).point()).isEqualTo(new GeoPoint(3, 3));
        assertThat(OwnTracks.read(JSON.readTree("[]"), second("1700000000"))).isEmpty();
        assertThatThrownBy(() -> ownTracks("1700000000", "{\"_type\":\"encrypted\",\"data\":\"rcA2\"}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("position-encrypted"));
    }

    @Test
    void osmand_parameters_of_many_apps_are_read() {
        var simple = osmAnd("1377177270", "id=123456&timestamp=1377177267&lat=60.0&lon=30.0");
        assertThat(simple.at()).isEqualTo(second("1377177267"));
        var pair = osmAnd("1377177270", "id=123456&timestamp=1377177267&location=60.0,30.0");
        assertThat(pair.point()).isEqualTo(simple.point());
        var iso = "id=902064&lat=42.06288&lon=-88.23412&timestamp=2016-01-27T18%3A55%3A47Z&hdop=6.0&altitude=224.0"
                + "&speed=0.0";
        assertThat(osmAnd("1453920950", iso).at()).isEqualTo(Instant.parse("2016-01-27T18:55:47Z"));
        var milliseconds =
                "id=902064&lat=42.06288&lon=-88.23412&timestamp=1442068686579&hdop=6.0&altitude=224.0&speed=0.0";
        assertThat(osmAnd("1442068690", milliseconds).at()).isEqualTo(Instant.ofEpochMilli(1442068686579L));
        var plain = "lat=49.60688&lon=6.15788&timestamp=2014-06-04+09%3A10%3A11&altitude=384.7&speed=0.0&id=3538610";
        assertThat(osmAnd("1401873020", plain).at()).isEqualTo(Instant.parse("2014-06-04T09:10:11Z"));
        var driving = "id=123456789012345&timestamp=1504763810&lat=40.7232948571&lon=-74.0061408571"
                + "&bearing=7.19889788244&speed=40&ignition=true&rpm=933&fuel=24";
        assertThat(osmAnd("1504763811", driving).speedMetresPerSecond())
                .as("40 knots")
                .isCloseTo(20.578, within(0.001));
        var without = "id=861001000719969&lat=41.666667&lon=-0.883333&altitude=350.059479&speed=0.000000&batt=87";
        assertThat(osmAnd("1504763811", without).at()).as("no time means now").isEqualTo(second("1504763811"));
        var empty = "id=1&lat=41.6&lon=-0.8&speed=&bearing=&accuracy=&timestamp=&valid=true";
        assertThat(osmAnd("1504763811", empty).speedMetresPerSecond()).isNull();
    }

    @Test
    void osmand_parameters_without_a_fix_are_taken_and_change_nothing() {
        for (var silent : List.of(
                "id=123456&timestamp=1377177267&cell=257,02,16,2224&cell=257,02,16,2223,-90&wifi=00-14-22-01-23-45,-80",
                "id=123456&timestamp=1377177267&batt=12&charge=false",
                "id=123456&timestamp=1377177267&lat=60.0&lon=30.0&valid=false",
                "id=123456&timestamp=1377177267&lat=60.0&lon=30.0&valid=0")) {
            assertThat(OsmAnd.read(parameters(silent), second("1377177270")))
                    .as(silent)
                    .isEmpty();
        }
    }

    @Test
    void traccar_client_from_version_nine_sends_json_of_both_platforms() {
        var android = traccar("2025-06-15T13:45:13Z", """
                {"location":{"timestamp":"2025-06-15T13:45:12.862Z","coords":{"latitude":37.4219983,
                 "longitude":-122.084,"accuracy":5,"speed":0,"heading":-1,"altitude":5},"is_moving":false,"odometer":0,
                 "event":"motionchange","battery":{"level":1,"is_charging":false},"activity":{"type":"still"},
                 "extras":{},"_":"&id=48241179&lat=37.4219983&lon=-122.084&timestamp=2025-06-15T13:45:12.862Z&"},
                 "device_id":"48241179"}""").orElseThrow();
        assertThat(android.at()).isEqualTo(Instant.parse("2025-06-15T13:45:12.862Z"));
        assertThat(android.headingDegrees()).as("-1 is unknown").isNull();
        var driving = traccar("2021-07-21T08:06:40Z", """
                {"location":{"event":"motionchange","is_moving":false,"uuid":"0e9a2473","timestamp":
                 "2021-07-21T08:06:34.444Z","odometer":0,"coords":{"latitude":-6.1148096,"longitude":106.6837015,
                 "accuracy":3.8,"speed":18.67,"speed_accuracy":0.26,"heading":63,"heading_accuracy":0.28,
                 "altitude":35.7,"altitude_accuracy":3.8},"activity":{"type":"still","confidence":100},
                 "battery":{"is_charging":false,"level":0.79},"extras":{}},"device_id":"8737767034"}""").orElseThrow();
        assertThat(driving.speedMetresPerSecond()).as("metres a second").isEqualTo(18.67);
        assertThat(driving.headingDegrees()).isEqualTo(63);
    }

    @Test
    void a_simulated_position_and_a_message_without_coordinates_are_taken_and_not_used() {
        assertThat(traccar("2025-05-09T04:11:31Z", """
                {"location":{"extras":{},"mock":true,"coords":{"speed_accuracy":-1,"speed":-1,"longitude":-122.406417,
                 "floor":null,"latitude":37.785834000000001,"accuracy":5,"altitude":0,"heading":-1},"is_moving":false,
                 "age":188,"battery":{"level":-1,"is_charging":false},"timestamp":"2025-05-09T04:11:30.579Z"},
                 "device_id":"658765"}""")).isEmpty();
        assertThat(traccar("2025-05-09T04:11:31Z", """
                {"location":{"timestamp":"2025-05-09T04:11:30.579Z","event":"providerchange",
                 "battery":{"level":0.5,"is_charging":true}},"device_id":"658765"}""")).isEmpty();
        assertThat(traccar("2025-05-09T04:11:31Z", "{\"device_id\":\"658765\"}"))
                .isEmpty();
    }

    @Test
    void what_a_phone_kept_for_weeks_is_taken_and_not_used_so_that_what_comes_after_it_gets_through() {
        assertThat(OsmAnd.read(parameters("id=1&lat=60&lon=30&timestamp=1377177267"), second("1379000000")))
                .isEmpty();
        assertThat(OwnTracks.read(
                        JSON.readTree("{\"_type\":\"location\",\"lat\":1,\"lon\":1,\"tst\":1377177267}"),
                        second("1379000000")))
                .isEmpty();
        var queue = """
                {"location":[{"timestamp":"2025-01-01T00:00:00Z","coords":{"latitude":1,"longitude":1}},
                 {"timestamp":"2025-06-15T13:45:00Z","coords":{"latitude":2,"longitude":2}}],"device_id":"1"}""";
        assertThat(traccar("2025-06-15T13:45:13Z", queue).orElseThrow().point()).isEqualTo(new GeoPoint(2, 2));
    }

    private static Fix ownTracks(String now, String message) {
        return OwnTracks.read(JSON.readTree(message), second(now)).orElseThrow();
    }

    private static Fix osmAnd(String now, String query) {
        return OsmAnd.read(parameters(query), second(now)).orElseThrow();
    }

    private static Optional<Fix> traccar(String now, String message) {
        return OsmAnd.read(JSON.readTree(message), Instant.parse(now));
    }

    private static Instant second(String epoch) {
        return Instant.ofEpochSecond(Long.parseLong(epoch));
    }

    private static Map<String, String> parameters(String query) {
        var all = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var cut = pair.split("=", 2);
            all.putIfAbsent(cut[0], URLDecoder.decode(cut[1], StandardCharsets.UTF_8));
        }
        return all;
    }
}
