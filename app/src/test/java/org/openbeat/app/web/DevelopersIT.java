package org.openbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.springframework.boot.test.web.server.LocalServerPort;

@OpenbeatTest
class DevelopersIT {

    @LocalServerPort
    int port;

    @Test
    void every_operation_of_the_described_interface_is_on_the_page_for_developers() {
        var browser = new TestBrowser(port);
        var document = browser.get("/api-docs").body();
        var shown = browser.page("/developers").select(".ob-operation h3").eachText();
        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(document).contains("\"" + operation.substring(operation.indexOf(' ') + 1) + "\""));
        assertThat(shown).contains("GET /api/places/suggest");
    }
}
