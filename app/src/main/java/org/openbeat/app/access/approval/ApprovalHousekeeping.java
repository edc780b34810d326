package org.openbeat.app.access.approval;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.AccountOpened;
import org.openbeat.app.access.events.PasswordReset;
import org.openbeat.app.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who had whose account in hand, and ends proposals whose time is up. */
@Component
class ApprovalHousekeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalHousekeeping.class);

    private final Approvals approvals;
    private final Proposals proposals;
    private volatile @Nullable ScheduledExecutorService timer;

    ApprovalHousekeeping(Approvals approvals, Proposals proposals) {
        this.approvals = approvals;
        this.proposals = proposals;
    }

    @EventListener
    void on(AccountOpened opened) {
        if (opened.actor().kind() == Actor.Kind.STAFF) {
            proposals.handled(opened.account(), AccountId.of(opened.actor().id()), opened.at());
        }
    }

    @EventListener
    void on(PasswordReset reset) {
        if (reset.actor().kind() == Actor.Kind.STAFF) {
            proposals.handled(reset.account(), AccountId.of(reset.actor().id()), reset.at());
        }
    }

    private void expire() {
        try {
            approvals.expire();
        } catch (RuntimeException e) {
            LOG.error("Proposals could not be ended; it is tried again.", e);
        }
    }

    @Override
    public void start() {
        var scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("approval-housekeeping").factory());
        scheduler.scheduleWithFixedDelay(this::expire, 1, 5, TimeUnit.MINUTES);
        timer = scheduler;
    }

    @Override
    public void stop() {
        var running = timer;
        timer = null;
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
