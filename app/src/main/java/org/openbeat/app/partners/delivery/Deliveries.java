package org.openbeat.app.partners.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.partners.events.SubscriptionChanged.Change;
import org.openbeat.app.partners.events.SubscriptionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the sender is with a subscription, and what its receiver would not take. */
@Service
public class Deliveries {
    private static final int MOST_SHOWN = 100;

    private final Subscriptions subscriptions;
    private final JdbcDeliveries store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(Subscriptions subscriptions, JdbcDeliveries store, ApplicationEventPublisher events, Clock clock) {
        this.subscriptions = subscriptions;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How far the sender is.
     *
     * @param withheld what is not shared with the partner any more
     * @param failingSince null when the last attempt went well
     * @param list the newest of what was given up
     */
    public record Progress(
            long waiting,
            long delivered,
            long givenUp,
            long withheld,
            @Nullable Instant failingSince,
            List<GivenUp> list) {
        public Progress {
            list = List.copyOf(list);
        }
    }

    public Progress progress(Actor actor, SubscriptionId id) {
        subscriptions.get(actor, id);
        var count = store.count(id);
        return new Progress(
                count.waiting(),
                count.delivered(),
                count.givenUp(),
                count.withheld(),
                store.failing(id).since(),
                store.givenUp(id, MOST_SHOWN));
    }

    /** Sends again what was given up: one event, or all without one. It goes out before what is newer. */
    @Transactional
    public int resend(Actor actor, SubscriptionId id, @Nullable UUID event) {
        var subscription = subscriptions.get(actor, id);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int resent = store.resend(id, event, now);
        if (resent > 0) {
            store.begin(id, now);
            events.publishEvent(
                    Subscriptions.changed(subscription, Change.RESENT, Integer.toString(resent), actor, now));
        }
        return resent;
    }
}
