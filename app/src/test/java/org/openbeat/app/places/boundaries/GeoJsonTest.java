package org.openbeat.app.places.boundaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.app.kernel.AgencyId;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonTest {
    private static final Path FIXTURES = Path.of("../../shared/data/geojson/geojson-schema-fixtures.json");
    private static final AgencyId AGENCY = new AgencyId("city");

    @Test
    void all_valid_documents_of_the_public_suite_are_read_and_all_invalid_ones_refused() throws IOException {
        assumeTrue(Files.exists(FIXTURES), "SKIPPED: the GeoJSON fixtures are absent");
        var fixtures = JsonMapper.builder().build().readTree(Files.readString(FIXTURES));
        assertThat(fixtures.size()).isEqualTo(66);
        for (var fixture : fixtures) {
            var text = fixture.get("doc").toString();
            var name = fixture.get("file").stringValue();
            if (fixture.get("valid").booleanValue()) {
                assertThatCode(() -> GeoJson.read(text)).as(name).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> GeoJson.read(text)).as(name).isInstanceOf(InvalidGeoJson.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[[0,0],[1,0],[1,1],[0,1]]]               | does not close
            [[[0,0],[1,0],[0,0]]]                     | needs four positions
            [[[0,0],[116.4,139.9],[1,1],[0,0]]]       | not on earth
            [[[0,0],["1",0],[1,1],[0,0]]]             | longitude and latitude
            [[[0,0],[1,1],[1,0],[0,1],[0,0]]]         | outline is faulty
            [[0,0],[1,0],[1,1],[0,0]]                 | longitude and latitude
            []                                        | must be a polygon
            """)
    void a_faulty_polygon_is_refused_with_its_place_and_the_reason(String coordinates, String reason) {
        assertThatThrownBy(() -> AreaFile.read(beat("\"code\":\"A\"", coordinates), AGENCY))
                .isInstanceOf(InvalidGeoJson.class)
                .hasMessageContaining("GeoJSON at ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_ring_that_turns_the_wrong_way_is_turned() {
        var clockwise = AreaFile.read(beat("\"code\":\"A\"", "[[[0,0],[0,1],[1,1],[1,0],[0,0]]]"), AGENCY);
        var counter = AreaFile.read(beat("\"code\":\"A\"", "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"), AGENCY);
        assertThat(clockwise.getFirst().outline().equalsExact(counter.getFirst().outline()))
                .isTrue();
    }

    @Test
    void a_beat_needs_a_code_that_can_stand_in_an_address_and_is_there_once() {
        var square = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";
        assertThatThrownBy(() -> AreaFile.read(beat("\"name\":\"A\"", square), AGENCY))
                .hasMessageContaining("\"code\" is missing");
        assertThatThrownBy(() -> AreaFile.read(beat("\"code\":\"a/b\"", square), AGENCY))
                .hasMessageContaining("not a beat code");
        var beat = beat("\"code\":\"A\"", square);
        var twice = "{\"type\":\"FeatureCollection\",\"features\":[" + beat + "," + beat + "]}";
        assertThatThrownBy(() -> AreaFile.read(twice, AGENCY)).hasMessageContaining("twice");
        assertThatThrownBy(() -> AreaFile.read("{", AGENCY)).hasMessageContaining("no JSON");
    }

    private static String beat(String properties, String coordinates) {
        return """
                {"type":"Feature","properties":{%s},"geometry":{"type":"Polygon","coordinates":%s}}""".formatted(properties, coordinates);
    }
}
