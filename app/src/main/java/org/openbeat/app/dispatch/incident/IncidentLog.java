package org.openbeat.app.dispatch.incident;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.Actor;

/** The log of incidents: entries are added, may be struck once with a reason, and are never changed or deleted. */
public interface IncidentLog {

    /**
     * Adds an entry under the next sequence of its incident, whose row the caller has locked; returns the sequence. The
     * sequence is the order, whatever the times say.
     */
    int add(IncidentId incident, Entry entry, Actor actor, Instant at);

    /** Strikes an entry; false when it is struck already or not there. */
    boolean strike(IncidentId incident, int sequence, String reason, Actor actor, Instant at);

    /** Whether the incident has such an entry of a person, which alone may be struck. */
    boolean hasNote(IncidentId incident, int sequence);

    /**
     * What an entry tells.
     *
     * @param details codes and numbers of the fact
     * @param text words of a person
     * @param happenedAt when it happened, which may be before it was entered
     */
    record Entry(
            LogKind kind,
            Map<String, String> details,
            @Nullable String text,
            @Nullable UnitId unit,
            Instant happenedAt) {
        public Entry {
            details = Map.copyOf(details);
        }

        public static Entry of(LogKind kind, Instant happenedAt) {
            return new Entry(kind, Map.of(), null, null, happenedAt);
        }

        public Entry with(String name, Object value) {
            var more = new java.util.TreeMap<>(details);
            more.put(name, value.toString());
            return new Entry(kind, more, text, unit, happenedAt);
        }

        public Entry saying(@Nullable String words) {
            return new Entry(kind, details, words, unit, happenedAt);
        }

        public Entry about(UnitId which) {
            return new Entry(kind, details, text, which, happenedAt);
        }
    }
}
