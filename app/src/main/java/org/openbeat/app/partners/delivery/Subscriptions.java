package org.openbeat.app.partners.delivery;

import static org.openbeat.app.partners.delivery.Subscription.State.ACTIVE;
import static org.openbeat.app.partners.delivery.Subscription.State.DISABLED;
import static org.openbeat.app.partners.delivery.Subscription.State.ENDED;
import static org.openbeat.app.partners.delivery.Subscription.State.UNCONFIRMED;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.Access;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.partners.PartnerSystems;
import org.openbeat.app.partners.events.PartnerName;
import org.openbeat.app.partners.events.SubscriptionChanged;
import org.openbeat.app.partners.events.SubscriptionChanged.Change;
import org.openbeat.app.partners.events.SubscriptionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What each partner is told: decided by administrators, agreed to by the receiver. */
@Service
public class Subscriptions {
    private static final int CONFIRMATION_LENGTH = 40;
    private static final int TOKEN_LENGTH = 40;

    private final JdbcSubscriptions store;
    private final JdbcDeliveries deliveries;
    private final WebhookSecrets secrets;
    private final PartnerSystems partners;
    private final Handshake handshake;
    private final Targets targets;
    private final Access access;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Subscriptions(
            JdbcSubscriptions store,
            JdbcDeliveries deliveries,
            WebhookSecrets secrets,
            PartnerSystems partners,
            Handshake handshake,
            Targets targets,
            Access access,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.partners = partners;
        this.handshake = handshake;
        this.targets = targets;
        this.access = access;
        this.identifiers = identifiers;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a partner is to be told.
     *
     * @param target address of the receiver; empty for a feed that the partner fetches
     * @param token what the receiver lets us in by; empty lets us draw one
     */
    public record Wanted(String target, List<String> types, List<String> fields, boolean batch, String token) {
        public Wanted {
            types = List.copyOf(types);
            fields = List.copyOf(fields);
        }
    }

    /**
     * What is shown once. Both are null for a feed.
     *
     * @param secret with which messages are signed, as Standard Webhooks writes it
     * @param token the bearer token that comes with each message
     * @param agreed whether the receiver has agreed
     */
    public record Opened(
            SubscriptionId id,
            @Nullable String secret,
            @Nullable String token,
            boolean agreed) {}

    /** @throws Refusal {@code event-types-missing}, {@code webhook-address}, {@code webhook-address-inside} */
    public Opened open(Actor actor, PartnerName partner, Wanted wanted) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        var known = partners.get(actor, partner);
        if (known.closedAt() != null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "partner-system-closed", partner);
        }
        if (wanted.types().isEmpty() || !EventTypes.all().containsAll(wanted.types())) {
            throw new Refusal(Refusal.Kind.INVALID, "event-types-missing");
        }
        return wanted.target().isBlank() ? openFeed(actor, partner, wanted) : openWebhook(actor, partner, wanted);
    }

    private Opened openFeed(Actor actor, PartnerName partner, Wanted wanted) {
        var feed = subscription(partner, wanted, null, ACTIVE);
        add(actor, feed, null, null, identifiers.secret(CONFIRMATION_LENGTH));
        return new Opened(feed.id(), null, null, true);
    }

    private Opened openWebhook(Actor actor, PartnerName partner, Wanted wanted) {
        var target = targets.parse(wanted.target()).toString();
        var token =
                wanted.token().isBlank() ? identifiers.secret(TOKEN_LENGTH) : WebhookSecrets.checked(wanted.token());
        var webhook = subscription(partner, wanted, target, UNCONFIRMED);
        var secret = secrets.draw();
        var confirmation = identifiers.secret(CONFIRMATION_LENGTH);
        add(actor, webhook, secret, token, confirmation);
        return new Opened(webhook.id(), Signature.shown(secret), token, false);
    }

    private Subscription subscription(
            PartnerName partner, Wanted wanted, @Nullable String target, Subscription.State state) {
        var fields = wanted.fields().stream()
                .filter(EventTypes.fields(wanted.types())::contains)
                .toList();
        return new Subscription(
                new SubscriptionId(identifiers.next()),
                partner,
                target,
                wanted.types(),
                fields,
                wanted.batch(),
                state,
                null,
                null,
                now());
    }

    private void add(
            Actor actor,
            Subscription subscription,
            byte @Nullable [] secret,
            @Nullable String token,
            String confirmation) {
        var sealed = secret == null || token == null ? null : secrets.seal(subscription.id(), secret, token);
        transaction.executeWithoutResult(status -> {
            store.add(subscription, sealed, WebhookSecrets.hash(confirmation));
            announce(subscription, Change.OPENED, null, actor, subscription.openedAt());
        });
    }

    /**
     * Asks the receiver whether it agrees; nothing is sent before it does. The confirmation key is drawn anew, so an
     * earlier one ends.
     *
     * @throws Refusal {@code webhook-refused}, {@code webhook-unreachable} or what {@link Targets} refuses
     */
    public void confirm(Actor actor, SubscriptionId id) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        var subscription = get(actor, id);
        var target = subscription.target();
        if (target == null || subscription.state() != UNCONFIRMED) {
            return;
        }
        var confirmation = identifiers.secret(CONFIRMATION_LENGTH);
        transaction.executeWithoutResult(status -> {
            store.setConfirmation(id, WebhookSecrets.hash(confirmation));
            announce(subscription, Change.ASKED, null, actor, now());
        });
        var answer = handshake.ask(id, target, confirmation);
        if (!answer.agreed()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "webhook-refused");
        }
        activate(actor, subscription, answer.rate());
    }

    /**
     * The receiver agrees by calling the address that was sent along.
     *
     * @param rate requests a minute, a star for no limit, empty for none said
     * @throws Refusal {@code webhook-confirmation} when the key is not the present one
     */
    public void confirmedBy(SubscriptionId id, String key, String rate) {
        if (!store.isConfirmedBy(id, WebhookSecrets.hash(key)) || !(rate.isEmpty() || Handshake.isRate(rate))) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "webhook-confirmation");
        }
        var subscription = store.find(id).orElseThrow();
        var partner = Actor.partner(subscription.partner().value(), partners.agency(subscription.partner()));
        activate(partner, subscription, rate.isEmpty() ? null : Handshake.rate(rate));
    }

    private void activate(Actor actor, Subscription subscription, @Nullable Integer rate) {
        transaction.executeWithoutResult(status -> {
            if (store.setState(subscription.id(), ACTIVE, null)) {
                var now = now();
                store.setRate(subscription.id(), rate);
                deliveries.begin(subscription.id(), now);
                announce(subscription, Change.CONFIRMED, null, actor, now);
            }
        });
    }

    /** Another secret signs from now on; the former one signs beside it for a while. */
    public String changeSecret(Actor actor, SubscriptionId id) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        var subscription = get(actor, id);
        if (subscription.target() == null || subscription.state() == ENDED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "subscription-has-no-secret");
        }
        var secret = secrets.draw();
        transaction.executeWithoutResult(status -> {
            var now = now();
            store.changeSecret(id, secrets.sealSecret(id, secret), secrets.overlapFrom(now));
            announce(subscription, Change.SECRET_CHANGED, null, actor, now);
        });
        return Signature.shown(secret);
    }

    /** Switches it on again; what waits goes out now. */
    public void resume(Actor actor, SubscriptionId id) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        var subscription = get(actor, id);
        transaction.executeWithoutResult(status -> {
            if (subscription.state() == DISABLED && store.setState(id, ACTIVE, null)) {
                var now = now();
                deliveries.begin(id, now);
                announce(subscription, Change.RESUMED, null, actor, now);
            }
        });
    }

    /** Nothing more is sent, and nothing waits for it any more. */
    public void end(Actor actor, SubscriptionId id) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        var subscription = get(actor, id);
        transaction.executeWithoutResult(status -> {
            if (store.setState(id, ENDED, null)) {
                deliveries.drop(id);
                announce(subscription, Change.ENDED, null, actor, now());
            }
        });
    }

    /** @throws Refusal {@code subscription-unknown} */
    public Subscription get(Actor actor, SubscriptionId id) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        return store.find(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "subscription-unknown"));
    }

    public List<Subscription> of(Actor actor, PartnerName partner) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        return store.of(partner);
    }

    private void announce(Subscription subscription, Change change, @Nullable String reason, Actor actor, Instant at) {
        events.publishEvent(changed(subscription, change, reason, actor, at));
    }

    static SubscriptionChanged changed(
            Subscription subscription, Change change, @Nullable String reason, Actor actor, Instant at) {
        return new SubscriptionChanged(
                subscription.id(),
                subscription.partner(),
                change,
                subscription.host(),
                subscription.types(),
                subscription.fields(),
                reason,
                actor,
                at);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
