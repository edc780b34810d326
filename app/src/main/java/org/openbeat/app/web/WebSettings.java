package org.openbeat.app.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about pages and requests.
 *
 * @param quickExit address of a neutral page, to which "leave this page" goes at once
 * @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) of proxies whose {@code X-Forwarded-For} is believed
 */
@ConfigurationProperties("openbeat.web")
record WebSettings(
        @DefaultValue("https://www.wikipedia.org/") String quickExit,
        @DefaultValue List<String> trustedProxies) {

    WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
