package org.openbeat.app.partners.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.partners.PartnerSystems;
import org.openbeat.app.partners.delivery.JdbcDeliveries.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives events their places, hands them to the subscriptions, and sends, twice a second. A slow receiver has a thread of
 * its own and keeps nobody else.
 */
@Component
class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final int MOST_PLACED = 500;
    private static final int MOST_AT_ONCE = 32;
    private static final RowScope SCOPE =
            RowScope.system("tells partners; the policy is asked for each of them and each incident");

    private final JdbcEvents events;
    private final JdbcSubscriptions subscriptions;
    private final JdbcDeliveries deliveries;
    private final PartnerSystems partners;
    private final Sharing sharing;
    private final Courier courier;
    private final PartnerSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Thread thread;

    Rounds(
            JdbcEvents events,
            JdbcSubscriptions subscriptions,
            JdbcDeliveries deliveries,
            PartnerSystems partners,
            Sharing sharing,
            Courier courier,
            PartnerSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.events = events;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.partners = partners;
        this.sharing = sharing;
        this.courier = courier;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Gives what was committed its places, and what waits to whom it may be told; returns how many there were. */
    int place(Instant now) {
        Integer placed = SCOPE.call(() -> transaction.execute(status -> {
            var all = events.place(MOST_PLACED);
            if (!all.isEmpty()) {
                subscriptions.collecting().stream()
                        .filter(each -> each.target() != null)
                        .forEach(each -> deliveries.add(each.id(), wanted(each, all), now));
            }
            return all.size();
        }));
        return placed == null ? 0 : placed;
    }

    private List<OutgoingEvent> wanted(Subscription subscription, List<OutgoingEvent> all) {
        var actor = Actor.partner(subscription.partner().value(), partners.agency(subscription.partner()));
        return all.stream()
                .filter(event -> subscription.types().contains(event.type()))
                .filter(event -> sharing.isSharedWith(actor, event.incident()))
                .toList();
    }

    List<Lease> lease(Instant now) {
        return SCOPE.call(() -> deliveries.lease(now, courier.lease(), MOST_AT_ONCE));
    }

    @Nullable
    Lease deliver(Lease lease, Instant now) {
        return SCOPE.call(() -> courier.deliver(lease, now));
    }

    @Override
    public void start() {
        if (settings.send()) {
            var started = new Thread(this::run, "partners-outbox");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        boolean failing = false;
        var forgetAt = Instant.MIN;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            while (thread == Thread.currentThread()) {
                try {
                    var now = clock.instant();
                    round(senders, now);
                    if (!now.isBefore(forgetAt)) {
                        SCOPE.run(() -> events.forget(now.minus(settings.kept())));
                        forgetAt = now.plus(FORGET_EVERY);
                    }
                    failing = false;
                } catch (RuntimeException e) {
                    if (!failing && isRunning()) {
                        LOG.error("The outbox cannot be read; partners are told later.", e);
                    }
                    failing = true;
                }
                LockSupport.parkNanos(EVERY.toNanos());
            }
        }
    }

    private void round(ExecutorService senders, Instant now) {
        int placed = place(now);
        while (placed == MOST_PLACED) {
            placed = place(clock.instant());
        }
        lease(now).forEach(lease -> senders.submit(() -> send(lease)));
    }

    private void send(Lease first) {
        try {
            var lease = first;
            while (lease != null && isRunning()) {
                var early = Duration.between(clock.instant(), lease.next());
                if (early.isPositive()) {
                    LockSupport.parkNanos(early.toNanos());
                } else {
                    lease = deliver(lease, clock.instant());
                }
            }
        } catch (RuntimeException e) {
            LOG.error("A message to a partner could not be sent; its lease ends and it is tried again.", e);
        }
    }
}
