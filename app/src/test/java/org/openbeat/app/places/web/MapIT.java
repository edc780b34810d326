package org.openbeat.app.places.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.places.LindenportMap;
import org.openbeat.app.places.Places;
import org.openbeat.app.places.PlacesTest;
import org.openbeat.app.places.boundaries.AreaFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@PlacesTest
class MapIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Places places;

    @BeforeEach
    void map() throws IOException {
        LindenportMap.use(places);
    }

    @Test
    void a_tile_is_served_packed_to_who_can_unpack_it_and_not_sent_twice() throws Exception {
        var path = tile(14);
        var packed = get(path, "Accept-Encoding", "gzip");
        assertThat(packed.statusCode()).isEqualTo(200);
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");

        var plain = get(path, "Accept-Encoding", "identity");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body().length()).isGreaterThan(packed.body().length());

        var tag = packed.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void where_nothing_is_drawn_there_is_no_content_and_beyond_the_world_nothing_is_found() throws Exception {
        assertThat(get("/tiles/14/3/3.mvt").statusCode()).isEqualTo(204);
        assertThat(get("/tiles/3/9/1.mvt").statusCode()).isEqualTo(404);
        assertThat(get("/tiles/15/3/3.mvt").statusCode()).isEqualTo(404);
        assertThat(get("/tiles/99/99999/99999.mvt").statusCode()).isEqualTo(404);
        assertThat(get("/tiles/-1/0/0.mvt").statusCode()).isEqualTo(404);
        assertThat(get("/tiles/a/b/c.mvt").statusCode()).isEqualTo(404);
    }

    @Test
    void the_style_names_its_source_and_speaks_the_readers_language() throws Exception {
        var english = json(get("/map/style.json", "Accept-Language", "en"));
        assertThat(english.at("/sources/map/attribution").stringValue()).contains("OpenStreetMap contributors");
        assertThat(english.at("/sources/map/bounds").size()).isEqualTo(4);
        assertThat(english.toString()).doesNotContain("@").contains("name_en").doesNotContain("name_zh");
        var chinese = json(get("/map/style.json", "Accept-Language", "zh-CN"));
        assertThat(chinese.toString()).contains("name_zh");
    }

    @Test
    void boundaries_are_served_as_geojson_that_we_would_take_over_ourselves() throws Exception {
        var answer = get("/map/beats.geojson");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        assertThat(AreaFile.read(oneOfEachCode(answer.body()), new AgencyId("city")))
                .isNotEmpty();
    }

    /** Several agencies may use the same code; one agency's file may not. Other tests leave agencies of their own. */
    private static String oneOfEachCode(String collection) {
        var json = (ObjectNode) JsonMapper.shared().readTree(collection);
        var codes = new HashSet<String>();
        ((ArrayNode) json.path("features"))
                .removeIf(feature -> !codes.add(feature.at("/properties/code").asString("")));
        return json.toString();
    }

    @Test
    void places_are_suggested_while_somebody_types() throws Exception {
        var suggestions = json(get("/api/places/suggest?q=1%20tower%20la"));
        assertThat(suggestions.get(0).get("label").stringValue()).contains("Tower Lane");
        assertThat(suggestions.get(0).has("precision")).isTrue();
        assertThat(json(get("/api/places/suggest?q=")).size()).isZero();
        assertThat(json(get("/api/places/suggest")).size()).isZero();
        assertThat(json(get("/api/places/suggest?q=%F0%9F%9A%93%25%27%3B")).size())
                .isZero();
        assertThat(get("/api/places/suggest?q=a%00b").statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_at_a_point_says_its_beat_and_the_nearest_address_with_its_distance() throws Exception {
        var address = LindenportMap.CITY.addresses().getFirst();
        var here = json(get("/api/places/at?latitude=" + address.position().latitude() + "&longitude="
                + address.position().longitude()));
        assertThat(here.get("nearestAddress").stringValue()).contains(address.street());
        assertThat(here.get("metresAway").intValue()).isLessThan(60);
        assertThat(get("/api/places/at?latitude=95&longitude=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/places/at?latitude=x&longitude=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/places/at").statusCode()).isEqualTo(400);
    }

    private String tile(int zoom) {
        var at = places.find("1 Tower Lane", 1).getFirst().at();
        var tiles = 1 << zoom;
        var x = (int) ((at.longitude() + 180) / 360 * tiles);
        var radians = Math.toRadians(at.latitude());
        var y = (int) ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * tiles);
        return "/tiles/%d/%d/%d.mvt".formatted(zoom, x, y);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
