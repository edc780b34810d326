package org.openbeat.app.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for the desk.
 *
 * @param draftsKept how long what was typed and not sent is kept
 * @param duplicateMetres how near, in metres, another report must be to be shown as perhaps the same
 * @param duplicateAge how old it may be
 */
@ConfigurationProperties("openbeat.desk")
public record DeskSettings(
        @DefaultValue("7d") Duration draftsKept,
        @DefaultValue("150") int duplicateMetres,
        @DefaultValue("30d") Duration duplicateAge) {}
