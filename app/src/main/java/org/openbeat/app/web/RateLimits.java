package org.openbeat.app.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one client may use which route; each server counts for itself.
 *
 * @param enabled whether limits are held at all; a measurement of load from one address needs them off
 * @param table the limits; every one that fits a request must admit it
 */
@ConfigurationProperties("openbeat.rate-limits")
record RateLimits(
        @DefaultValue("true") boolean enabled, @DefaultValue List<Limit> table) {

    RateLimits {
        table = List.copyOf(table);
    }

    /** Whom a limit counts. */
    enum Per {
        /** The address of the client, or the /64 network for IPv6. */
        ADDRESS,
        /** The {@code api_key} that a partner system sends; requests without one pass. */
        KEY
    }

    /**
     * One limit.
     *
     * @param method HTTP method, or {@code *} for any
     * @param pattern route, such as {@code /report/**}
     * @param per whom it counts
     * @param requests how many requests in each period; they may come all at once
     * @param period how long until that many are allowed again
     */
    record Limit(
            @DefaultValue("*") String method,
            String pattern,
            @DefaultValue("address") Per per,
            int requests,
            @DefaultValue("1m") Duration period) {}
}
