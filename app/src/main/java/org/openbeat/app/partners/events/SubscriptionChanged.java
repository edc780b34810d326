package org.openbeat.app.partners.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * Something was decided about what a partner is told.
 *
 * @param host to which it goes; null for a feed that the partner fetches
 * @param reason why, for what Openbeat itself decided
 */
public record SubscriptionChanged(
        SubscriptionId subscription,
        PartnerName partner,
        Change change,
        @Nullable String host,
        List<String> types,
        List<String> fields,
        @Nullable String reason,
        Actor actor,
        Instant at)
        implements Recordable {

    public SubscriptionChanged {
        types = List.copyOf(types);
        fields = List.copyOf(fields);
    }

    /** What. */
    public enum Change {
        OPENED,
        /** The receiver was asked whether it agrees. */
        ASKED,
        /** The receiver agreed to be sent to. */
        CONFIRMED,
        SECRET_CHANGED,
        /** Nothing is sent until someone switches it on again. */
        DISABLED,
        RESUMED,
        /** What had been given up is sent again. */
        RESENT,
        ENDED
    }

    @Override
    public String action() {
        return "partners.subscription-" + change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Subject subject() {
        return new Subject("subscription", subscription.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("partner", partner.value());
        details.put("types", types);
        details.put("fields", fields);
        if (host != null) {
            details.put("host", host);
        }
        if (reason != null) {
            details.put("reason", reason);
        }
        return details;
    }
}
