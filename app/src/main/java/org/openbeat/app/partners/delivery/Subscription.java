package org.openbeat.app.partners.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.partners.events.PartnerName;
import org.openbeat.app.partners.events.SubscriptionId;

/**
 * What a partner is told, and how.
 *
 * @param target address to which it is sent; null for a feed that the partner fetches
 * @param types names of acts
 * @param fields of those acts
 * @param batch whether several events go in one request
 * @param reason why it is disabled, a code
 * @param rate requests a minute that the receiver allowed; null for no limit
 */
public record Subscription(
        SubscriptionId id,
        PartnerName partner,
        @Nullable String target,
        List<String> types,
        List<String> fields,
        boolean batch,
        State state,
        @Nullable String reason,
        @Nullable Integer rate,
        Instant openedAt) {

    public Subscription {
        types = List.copyOf(types);
        fields = List.copyOf(fields);
    }

    /** Its life. */
    public enum State {
        /** The receiver has not agreed yet; nothing is sent, and nothing waits. */
        UNCONFIRMED,
        ACTIVE,
        /** Events wait until someone switches it on again. */
        DISABLED,
        ENDED
    }

    /** The host to which it is sent; the rest of the address may be a secret. */
    public @Nullable String host() {
        return Optional.ofNullable(target)
                .map(address -> URI.create(address).getHost())
                .orElse(null);
    }
}
