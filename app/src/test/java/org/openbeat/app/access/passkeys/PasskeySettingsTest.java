package org.openbeat.app.access.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.OpenbeatSettings;

class PasskeySettingsTest {
    private final PasskeySettings unset = new PasskeySettings(null, Set.of());

    private static OpenbeatSettings at(String baseUrl) {
        return new OpenbeatSettings(
                "Made Up", "112", ZoneId.of("UTC"), new AgencyId("city"), Path.of("data"), baseUrl, null, "serve", "");
    }

    @Test
    void passkeys_belong_to_the_address_of_the_installation() {
        assertThat(unset.rpId(at("https://police.example.org"))).isEqualTo("police.example.org");
        assertThat(unset.origins(at("https://police.example.org"))).containsExactly("https://police.example.org");
    }

    @Test
    void on_ones_own_machine_they_belong_to_localhost() {
        assertThat(unset.rpId(at("http://127.0.0.1:8080"))).isEqualTo("localhost");
        assertThat(unset.origins(at("http://127.0.0.1:8080"))).containsExactly("http://localhost:8080");
        assertThat(unset.rpId(at("http://[::1]:8080"))).isEqualTo("localhost");
    }

    @Test
    void an_operator_may_choose_a_wider_domain_and_more_addresses() {
        var set = new PasskeySettings("example.org", Set.of("https://a.example.org", "https://b.example.org"));
        assertThat(set.rpId(at("https://a.example.org"))).isEqualTo("example.org");
        assertThat(set.origins(at("https://a.example.org"))).hasSize(2);
    }
}
