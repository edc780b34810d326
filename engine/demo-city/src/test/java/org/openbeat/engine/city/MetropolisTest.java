package org.openbeat.engine.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class MetropolisTest {

    @Test
    void the_same_seed_gives_the_same_streets_and_another_seed_others() throws IOException {
        assertThat(map(1)).isEqualTo(map(1));
        assertThat(map(1)).isNotEqualTo(map(2));
    }

    @Test
    void it_has_every_class_of_road_one_way_streets_and_streets_that_were_never_built() throws IOException {
        var map = map(1);
        assertThat(map).contains("\"trunk\"", "\"primary\"", "\"secondary\"", "\"tertiary\"", "\"residential\"");
        assertThat(map).contains("k=\"oneway\" v=\"yes\"", "k=\"oneway\" v=\"-1\"");
        assertThat(map.split("<node ")).hasSize(1 + 130 * 130);
        // 129 pieces in each of 260 lines if all were built and every street met the motorways.
        assertThat(map.split("<nd ")).hasSizeBetween(25_000, 36_000);
    }

    @Test
    void a_village_is_no_metropolis() {
        assertThatThrownBy(() -> new Metropolis(1, 20, 20)).hasMessageContaining("at least 64");
    }

    private static String map(long seed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new Metropolis(seed, 130, 130).writeOsmGz(bytes);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
