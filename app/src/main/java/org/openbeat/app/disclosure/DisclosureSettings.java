package org.openbeat.app.disclosure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the public pages tell.
 *
 * @param period how far back the numbers of a beat reach
 * @param telephone number of the desk for what is no emergency, shown on every beat's page; empty when there is none
 */
@ConfigurationProperties("openbeat.disclosure")
public record DisclosureSettings(
        @DefaultValue("365d") Duration period,
        @DefaultValue("") String telephone) {}
