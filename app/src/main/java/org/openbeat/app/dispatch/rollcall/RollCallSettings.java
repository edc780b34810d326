package org.openbeat.app.dispatch.rollcall;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often crews at the scene are asked whether they are well.
 *
 * @param every so long after the first arrival, and then again and again; zero switches it off
 */
@ConfigurationProperties("openbeat.roll-call")
public record RollCallSettings(@DefaultValue("20m") Duration every) {}
