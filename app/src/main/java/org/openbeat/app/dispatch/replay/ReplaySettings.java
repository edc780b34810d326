package org.openbeat.app.dispatch.replay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the board showed, kept for review.
 *
 * @param kept how long; what is erased by law goes earlier
 */
@ConfigurationProperties("openbeat.replay")
public record ReplaySettings(@DefaultValue("31d") Duration kept) {}
