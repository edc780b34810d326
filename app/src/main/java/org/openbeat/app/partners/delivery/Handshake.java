package org.openbeat.app.partners.delivery;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.partners.events.SubscriptionId;
import org.springframework.stereotype.Component;

/**
 * Asks a receiver whether it agrees to be sent to: section 4 of the HTTP 1.1 Web Hooks of CloudEvents 1.0.2. A status
 * alone is no consent. Whoever cannot answer at once may call the address that was sent along.
 */
@Component
class Handshake {
    static final String ORIGIN = "WebHook-Request-Origin";
    private static final int WANTED_RATE = 600;

    private final Targets targets;
    private final WebhookClient client;
    private final String origin;
    private final String baseUrl;

    Handshake(Targets targets, PartnerSettings settings, OpenbeatSettings installation) {
        this.targets = targets;
        this.client = new WebhookClient(settings.timeout());
        this.baseUrl = installation.baseUrl();
        this.origin = Objects.requireNonNullElse(URI.create(baseUrl).getHost(), "localhost");
    }

    /** The name by which receivers know this system. */
    String origin() {
        return origin;
    }

    /**
     * What was answered.
     *
     * @param rate requests a minute; null for no limit
     */
    record Answer(boolean agreed, @Nullable Integer rate) {}

    /** @throws Refusal when the address cannot be sent to, {@code webhook-unreachable} when nobody answers there */
    Answer ask(SubscriptionId id, String target, String confirmation) {
        var fields = Map.of(
                ORIGIN,
                origin,
                "WebHook-Request-Rate",
                Integer.toString(WANTED_RATE),
                "WebHook-Request-Callback",
                baseUrl + "/partners/v1/subscriptions/" + id + "/confirm?key=" + confirmation);
        try {
            var reply = client.send("OPTIONS", targets.find(target), fields, new byte[0]);
            var allowed = reply.field("webhook-allowed-origin").orElse("");
            var rate = reply.field("webhook-allowed-rate").orElse("");
            var agreed = (allowed.equals("*") || allowed.equalsIgnoreCase(origin)) && isRate(rate);
            return new Answer(agreed, agreed ? rate(rate) : null);
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "webhook-unreachable");
        }
    }

    static boolean isRate(String text) {
        return text.equals("*") || text.matches("[1-9][0-9]{0,5}");
    }

    static @Nullable Integer rate(String text) {
        return text.equals("*") ? null : Integer.valueOf(text);
    }
}
