package org.openbeat.app.partners.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.partners.PartnerSystem;
import org.openbeat.app.partners.events.SubscriptionId;
import org.springframework.stereotype.Service;

/** What a partner is told, for partners who fetch it: in pages, or as a stream of server-sent events. */
@Service
public class EventFeed {
    private static final int MOST = 500;

    private final JdbcEvents events;
    private final JdbcSubscriptions subscriptions;
    private final Sharing sharing;
    private final CloudEvents format;

    EventFeed(JdbcEvents events, JdbcSubscriptions subscriptions, Sharing sharing, CloudEvents format) {
        this.events = events;
        this.subscriptions = subscriptions;
        this.sharing = sharing;
        this.format = format;
    }

    /**
     * A page of the feed.
     *
     * @param body a batch of CloudEvents
     * @param next the place after which the next page begins; it goes on past what the partner is not told of
     */
    public record PageOfEvents(byte[] body, long next, int count) {}

    /** An event of the stream. */
    public record Streamed(long place, String body) {}

    /**
     * @param after the place that the partner has read up to; null for the oldest that is kept
     * @throws Refusal {@code subscription-unknown}, or {@code feed-forgotten} when events after this place are gone
     */
    @SystemScope("a partner is let in by its key; the policy is asked for each incident")
    public PageOfEvents page(PartnerSystem partner, SubscriptionId id, @Nullable Long after, int most) {
        var subscription = require(partner, id);
        long from = begin(after);
        var found = find(subscription, from, Math.clamp(most, 1, MOST));
        var told = told(partner, found.events());
        return new PageOfEvents(format.batch(told, subscription), found.place(), told.size());
    }

    /** Events after a place, and how far they were looked for. */
    private record Found(List<OutgoingEvent> events, long place) {}

    /**
     * The last place is read first: what has its place by then is seen afterwards. So when less was found than was asked
     * for, everything up to that place was looked at, and nobody looks at it again or is told that it was forgotten.
     */
    private Found find(Subscription subscription, long after, int most) {
        long last = events.lastPlace();
        var found = events.after(after, subscription.types(), most);
        long reached = found.isEmpty() ? after : found.getLast().place();
        return new Found(found, found.size() < most ? Math.max(reached, last) : reached);
    }

    private long begin(@Nullable Long after) {
        long forgotten = events.forgottenUpTo();
        if (after == null) {
            return forgotten;
        }
        if (after < forgotten) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "feed-forgotten", forgotten);
        }
        return after;
    }

    private List<OutgoingEvent> told(PartnerSystem partner, List<OutgoingEvent> found) {
        return found.stream()
                .filter(event -> sharing.isSharedWith(partner.actor(), event.incident()))
                .toList();
    }

    private Subscription require(PartnerSystem partner, SubscriptionId id) {
        return subscriptions
                .find(id)
                .filter(found -> found.partner().equals(partner.name()))
                .filter(found -> found.state() != Subscription.State.ENDED)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "subscription-unknown"));
    }

    /** Where the stream begins: after the place that the partner names, or with what comes from now on. */
    @SystemScope("a partner is let in by its key; nothing of an incident is read")
    public long beginOfStream(PartnerSystem partner, SubscriptionId id, @Nullable Long after) {
        require(partner, id);
        return after == null ? events.lastPlace() : begin(after);
    }

    /** What comes after a place, and how far was looked. */
    public record Next(List<Streamed> events, long place) {
        public Next {
            events = List.copyOf(events);
        }
    }

    /** What the stream says next. */
    @SystemScope("a partner is let in by its key; the policy is asked for each incident")
    public Next next(PartnerSystem partner, SubscriptionId id, long after) {
        var subscription = require(partner, id);
        var found = find(subscription, after, MOST);
        var told = told(partner, found.events()).stream()
                .map(event -> new Streamed(
                        event.place(), new String(format.one(event, subscription), StandardCharsets.UTF_8)))
                .toList();
        return new Next(told, found.place());
    }
}
