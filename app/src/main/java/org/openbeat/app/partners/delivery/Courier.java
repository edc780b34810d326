package org.openbeat.app.partners.delivery;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.partners.PartnerSystems;
import org.openbeat.app.partners.delivery.JdbcDeliveries.Failing;
import org.openbeat.app.partners.delivery.JdbcDeliveries.Lease;
import org.openbeat.app.partners.delivery.JdbcDeliveries.Outcome;
import org.openbeat.app.partners.delivery.JdbcDeliveries.Waiting;
import org.openbeat.app.partners.events.SubscriptionChanged.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one subscription what waits for it, in the order of the places, one request at a time. A message is marked after
 * it was answered: whoever dies in between sends it again under the same id, and nothing is lost. What the receiver will
 * not take is given up after some attempts and shown to administrators; while it cannot be reached, all waits.
 */
@Component
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int MOST_IN_A_BATCH = 50;
    private static final int MOST_REFUSALS = 3;

    /** So short a wait for what the receiver allows is waited under the lease: rounds are too far apart for it. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final JdbcSubscriptions subscriptions;
    private final JdbcDeliveries deliveries;
    private final PartnerSystems partners;
    private final Sharing sharing;
    private final WebhookSecrets secrets;
    private final CloudEvents format;
    private final Targets targets;
    private final Handshake handshake;
    private final WebhookClient client;
    private final PartnerSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final SecureRandom random;

    Courier(
            JdbcSubscriptions subscriptions,
            JdbcDeliveries deliveries,
            PartnerSystems partners,
            Sharing sharing,
            WebhookSecrets secrets,
            CloudEvents format,
            Targets targets,
            Handshake handshake,
            PartnerSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            SecureRandom random) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.partners = partners;
        this.sharing = sharing;
        this.secrets = secrets;
        this.format = format;
        this.targets = targets;
        this.handshake = handshake;
        this.client = new WebhookClient(settings.timeout());
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.random = random;
    }

    /** What was sent, and what came of it. */
    record Attempt(Subscription subscription, List<Waiting> messages, Answered answered) {
        Attempt {
            messages = List.copyOf(messages);
        }
    }

    /** Longer than a request can take, so that none is still under way when the lease ends. */
    Duration lease() {
        return settings.timeout().multipliedBy(4);
    }

    /**
     * Sends what comes next of a subscription that was leased, if it may still be sent to: it may have ended, or its
     * partner may be closed, since the last message.
     *
     * @return the lease under which more can follow; null when it was given back
     */
    @Nullable
    Lease deliver(Lease lease, Instant now) {
        var subscription = subscriptions.active(lease.subscription()).orElse(null);
        var messages = subscription == null ? List.<Waiting>of() : shared(subscription, now);
        if (subscription == null || messages.isEmpty()) {
            deliveries.giveBack(lease);
            return null;
        }
        return settle(lease, send(subscription, messages, now), now);
    }

    /** What may still be told; what is not shared any more is withheld. */
    private List<Waiting> shared(Subscription subscription, Instant now) {
        var actor = Actor.partner(subscription.partner().value(), partners.agency(subscription.partner()));
        while (true) {
            var next = next(subscription);
            var withheld = next.stream()
                    .filter(each -> !sharing.isSharedWith(actor, each.event().incident()))
                    .toList();
            if (withheld.isEmpty()) {
                return next;
            }
            deliveries.mark(subscription.id(), ids(withheld), Outcome.WITHHELD, now);
        }
    }

    /** A batch that failed is sent one by one, so that one message cannot keep the others. */
    private List<Waiting> next(Subscription subscription) {
        var waiting = deliveries.waiting(subscription.id(), subscription.batch() ? MOST_IN_A_BATCH : 1);
        return !waiting.isEmpty() && waiting.getFirst().attempts() > 0 ? waiting.subList(0, 1) : waiting;
    }

    Attempt send(Subscription subscription, List<Waiting> messages, Instant now) {
        try {
            var reply = client.send(
                    "POST",
                    targets.find(Objects.requireNonNull(subscription.target())),
                    fields(subscription, messages, now),
                    body(subscription, messages));
            return new Attempt(subscription, messages, Answered.of(reply, now));
        } catch (IOException e) {
            return new Attempt(
                    subscription, messages, Answered.away(e.getClass().getSimpleName()));
        } catch (Refusal refusal) {
            return new Attempt(subscription, messages, Answered.away(refusal.type()));
        }
    }

    private byte[] body(Subscription subscription, List<Waiting> messages) {
        return subscription.batch()
                ? format.batch(messages.stream().map(Waiting::event).toList(), subscription)
                : format.one(messages.getFirst().event(), subscription);
    }

    private Map<String, String> fields(Subscription subscription, List<Waiting> messages, Instant now) {
        var open = secrets.open(
                subscription.id(), subscriptions.secrets(subscription.id()).orElseThrow(), now);
        var id = id(messages);
        var signature = Signature.of(id, now, body(subscription, messages), open.secrets());
        return Map.of(
                "Content-Type",
                (subscription.batch() ? CloudEvents.BATCH : CloudEvents.ONE) + "; charset=utf-8",
                "Authorization",
                "Bearer " + open.token(),
                Handshake.ORIGIN,
                handshake.origin(),
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                signature);
    }

    /** The same however often the same messages are sent: of one the event's, of several the first and the last. */
    private static String id(List<Waiting> messages) {
        var first = messages.getFirst().event().id();
        return messages.size() == 1
                ? first.toString()
                : first + "_" + messages.getLast().event().id();
    }

    /** Marks what came of an attempt, unless another server took over; returns the lease under which more can follow. */
    @Nullable
    Lease settle(Lease lease, Attempt attempt, Instant now) {
        return transaction
                .execute(status -> deliveries.holds(lease)
                        ? Optional.ofNullable(settled(lease, attempt, now))
                        : Optional.<Lease>empty())
                .orElse(null);
    }

    private @Nullable Lease settled(Lease lease, Attempt attempt, Instant now) {
        return switch (attempt.answered().kind()) {
            case TAKEN -> taken(lease, attempt, now);
            case GONE -> gone(lease, attempt, now);
            case REFUSED -> failed(lease, attempt, MOST_REFUSALS, now);
            case ERROR -> failed(lease, attempt, settings.givenUpAfter(), now);
            case AWAY -> failed(lease, attempt, Integer.MAX_VALUE, now);
        };
    }

    private @Nullable Lease taken(Lease lease, Attempt attempt, Instant now) {
        mark(attempt, "DELIVERED", now);
        var rate = attempt.subscription().rate();
        var next = rate == null ? now : now.plus(Duration.ofMinutes(1).dividedBy(rate));
        var longer = next.isAfter(now.plus(LONGEST_PAUSE))
                ? null
                : new Lease(lease.subscription(), next.plus(lease()), next);
        deliveries.go(lease, new Failing(0, null), next, longer);
        return longer;
    }

    private @Nullable Lease gone(Lease lease, Attempt attempt, Instant now) {
        mark(attempt, "WAITING", now);
        deliveries.go(lease, failing(attempt, now), now, null);
        disable(attempt.subscription(), "gone", now);
        return null;
    }

    /** The first of the messages has it: the others follow it one by one. */
    private @Nullable Lease failed(Lease lease, Attempt attempt, int most, Instant now) {
        var subscription = attempt.subscription();
        var givesUp =
                attempt.messages().size() == 1 && attempt.messages().getFirst().errors() + 1 >= most;
        mark(attempt, givesUp ? "GIVEN_UP" : "WAITING", now);
        var failing = failing(attempt, now);
        if (givesUp) {
            LOG.warn(
                    "An event was given up: subscription {} of {} answered {}.",
                    subscription.id(),
                    subscription.partner(),
                    attempt.answered().code());
            deliveries.go(lease, new Failing(0, failing.since()), now, null);
            return null;
        }
        deliveries.go(lease, failing, next(attempt, failing, now), null);
        var since = Objects.requireNonNull(failing.since());
        if (!since.plus(settings.disabledAfter()).isAfter(now)) {
            disable(subscription, "failing", now);
        }
        return null;
    }

    private Failing failing(Attempt attempt, Instant now) {
        var before = deliveries.failing(attempt.subscription().id());
        return new Failing(before.failures() + 1, before.since() == null ? now : before.since());
    }

    private Instant next(Attempt attempt, Failing failing, Instant now) {
        var backoff = now.plus(Backoff.after(failing.failures(), random));
        var wanted = attempt.answered().retryAt();
        return wanted != null && wanted.isAfter(backoff) ? wanted : backoff;
    }

    private void mark(Attempt attempt, String state, Instant now) {
        deliveries.mark(
                attempt.subscription().id(),
                ids(attempt.messages()),
                new Outcome(state, attempt.answered().code(), attempt.answered().isError()),
                now);
    }

    private void disable(Subscription subscription, String reason, Instant now) {
        if (subscriptions.setState(subscription.id(), Subscription.State.DISABLED, reason)) {
            LOG.warn("Subscription {} of {} is disabled: {}.", subscription.id(), subscription.partner(), reason);
            events.publishEvent(Subscriptions.changed(subscription, Change.DISABLED, reason, Actor.SYSTEM, now));
        }
    }

    private static List<UUID> ids(List<Waiting> messages) {
        return messages.stream().map(each -> each.event().id()).toList();
    }
}
