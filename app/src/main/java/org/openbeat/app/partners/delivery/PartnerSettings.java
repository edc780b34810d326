package org.openbeat.app.partners.delivery;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How partners are told of what happens.
 *
 * @param send whether this server sends; with several servers, each may
 * @param insideTargets hosts that may be sent to although they are of the inside, such as a broker in the same house, and
 *     without encryption; everywhere else only public addresses over https
 * @param timeout how long a receiver may take to answer
 * @param givenUpAfter an event that a receiver answers with an error so many times is given up and shown to administrators
 * @param disabledAfter a subscription that failed for so long is disabled
 * @param kept how long events stay in the feed
 * @param secretsOverlap how long the former secret of a webhook still signs beside the new one
 */
@ConfigurationProperties("openbeat.partners")
record PartnerSettings(
        @DefaultValue("true") boolean send,
        @DefaultValue Set<String> insideTargets,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("16") int givenUpAfter,
        @DefaultValue("3d") Duration disabledAfter,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("24h") Duration secretsOverlap) {

    PartnerSettings {
        insideTargets = Set.copyOf(insideTargets);
    }
}
