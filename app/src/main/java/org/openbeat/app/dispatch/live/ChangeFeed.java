package org.openbeat.app.dispatch.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The feed of what changed. Numbers are given out last of all before the commit, under the lock of one row, so their
 * order is the order of commits: whoever has seen a number has seen every lower one. That holds on several servers and
 * over restarts, and no console can miss a change between two numbers.
 */
@Component
public class ChangeFeed {
    private final Changes changes;
    private final FeedPump pump;

    ChangeFeed(Changes changes, FeedPump pump) {
        this.changes = changes;
        this.pump = pump;
    }

    /** Announces the incident as changed when the transaction commits; the agencies are those that may have to know. */
    public void changed(IncidentId incident, Collection<String> agencies) {
        collect(new Subject(Kind.INCIDENT, incident.value()), agencies);
    }

    /** Announces the unit as changed when the transaction commits. */
    public void changed(UnitId unit, Collection<String> agencies) {
        collect(new Subject(Kind.UNIT, unit.value()), agencies);
    }

    /** The newest number; everything up to it is visible to whoever asks now. */
    public long last() {
        return changes.last();
    }

    private void collect(Subject subject, Collection<String> agencies) {
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Pending)) {
            var fresh = new Pending();
            TransactionSynchronizationManager.bindResource(this, fresh);
            TransactionSynchronizationManager.registerSynchronization(fresh);
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
            pending.subjects.computeIfAbsent(subject, s -> new TreeSet<>()).addAll(agencies);
        }
    }

    /** What sort of thing changed. */
    public enum Kind {
        INCIDENT,
        UNIT
    }

    /** The thing that changed. */
    public record Subject(Kind kind, UUID id) {}

    /** What the running transaction has changed. */
    private final class Pending implements TransactionSynchronization, Ordered {
        private final Map<Subject, TreeSet<String>> subjects = new LinkedHashMap<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE; // Others may still wait for locks; whoever holds the feed waits for none.
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            changes.append(subjects);
        }

        @Override
        public void afterCommit() {
            pump.wake();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ChangeFeed.this);
        }
    }
}
