package org.openbeat.app.access.approval;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about the two-person rule.
 *
 * @param expiry a proposal that nobody decided for so long is void
 * @param distance two persons, one of whom opened the other's account or set its password within this time, are not
 *     two: whoever did could sign in as the other, whose owner needs time to notice
 */
@ConfigurationProperties("openbeat.approval")
record ApprovalSettings(
        @DefaultValue("72h") Duration expiry,
        @DefaultValue("24h") Duration distance) {}
