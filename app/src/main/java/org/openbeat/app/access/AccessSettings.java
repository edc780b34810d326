package org.openbeat.app.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about accounts and sessions.
 *
 * @param idle a session that nobody used for so long ends
 * @param longest no session is longer, however busy; the default covers a shift and its hand-over
 * @param metricsToken what a program that reads {@code /actuator/prometheus} sends as its bearer token; empty for none
 * @param passwordMemory how much memory one hash of a password takes, in KiB; what OWASP's cheat sheet advises at least.
 *     A password that was hashed with another still fits
 */
@ConfigurationProperties("openbeat.access")
record AccessSettings(
        @DefaultValue("4h") Duration idle,
        @DefaultValue("13h") Duration longest,
        @Nullable String metricsToken,
        @DefaultValue("19456") int passwordMemory) {}
