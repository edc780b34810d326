package org.openbeat.app.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator sets about pages and requests.
 *
 * @param quickExit address of a neutral page, to which "leave this page" goes at once
 * @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) of proxies whose {@code X-Forwarded-For} is believed
 * @param maxBody largest body of a request without files; files have the limits of {@code spring.servlet.multipart}
 */
@ConfigurationProperties("openbeat.web")
record WebSettings(
        @DefaultValue("https://www.wikipedia.org/") String quickExit,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("1MB") DataSize maxBody) {

    WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
