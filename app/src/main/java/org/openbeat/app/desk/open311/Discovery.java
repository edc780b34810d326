package org.openbeat.app.desk.open311;

import java.util.List;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The document by which clients find the endpoint, its formats and how to get a key. */
@Component
@EnableConfigurationProperties(Open311Settings.class)
class Discovery {
    /** When what the endpoint offers last changed. */
    private static final String CHANGESET = "2026-11-25T00:00:00Z";

    private final OpenbeatSettings settings;
    private final Open311Settings open311;

    Discovery(OpenbeatSettings settings, Open311Settings open311) {
        this.settings = settings;
        this.open311 = open311;
    }

    String endpoint() {
        return settings.baseUrl() + "/open311/v2";
    }

    Answer document() {
        var endpoint = Answer.Fields.of()
                .with("specification", "http://wiki.open311.org/GeoReport_v2")
                .with("url", endpoint())
                .with("changeset", CHANGESET)
                .with("type", open311.type())
                .with("formats", Answer.values("format", List.of("text/xml", "application/json")));
        return Answer.Fields.of()
                .with("changeset", CHANGESET)
                .with("contact", open311.contact())
                .with("key_service", open311.keyService())
                .with("endpoints", new Answer.Items("endpoint", List.of(endpoint)));
    }
}
