package org.openbeat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openbeat.demo.ServerProcess;

class SmokeJourney {

    @Test
    void the_sign_in_page_is_accessible() {
        try (var server = ServerProcess.startDemo(Path.of("target"), "smoke");
                var context = Chromium.visitor(new Chromium.Visitor("en-GB", 390, true))) {
            var page = context.newPage();
            page.navigate(server.baseUrl() + "/sign-in");
            Chromium.screenshot(page, "sign-in");
            assertThat(Chromium.faults(page)).isEmpty();
        }
    }
}
