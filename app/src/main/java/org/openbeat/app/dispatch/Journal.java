package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.dispatch.events.IncidentChanged;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentLog;
import org.openbeat.app.dispatch.incident.IncidentSharing;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.live.ChangeFeed;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells of a change in the three places that must know: the incident's log, the live feed, and as an event, which the
 * ledger hears in the same transaction. Whatever screen it came from, it is told in the same way.
 */
@Component
class Journal {
    private final IncidentLog log;
    private final Incidents incidents;
    private final IncidentSharing sharing;
    private final ChangeFeed feed;
    private final ApplicationEventPublisher events;

    Journal(
            IncidentLog log,
            Incidents incidents,
            IncidentSharing sharing,
            ChangeFeed feed,
            ApplicationEventPublisher events) {
        this.log = log;
        this.incidents = incidents;
        this.sharing = sharing;
        this.feed = feed;
        this.events = events;
    }

    /** Writes the entry and announces the incident as changed; returns the entry's sequence. */
    int write(Incident incident, IncidentLog.Entry entry, Actor actor, Instant at) {
        int sequence = log.add(incident.id(), entry, actor, at);
        changed(incident);
        return sequence;
    }

    /** The same, with the event for changes that need no event of their own. */
    int writeChange(Incident incident, IncidentLog.Entry entry, Actor actor, Instant at) {
        int sequence = write(incident, entry, actor, at);
        publish(new IncidentChanged(
                incident.id(), incident.number(), sequence, entry.kind().name(), provable(entry), actor, at));
        return sequence;
    }

    /** Addresses stay in the log; the ledger proves that the place was changed, not where someone lives. */
    private static Map<String, String> provable(IncidentLog.Entry entry) {
        if (entry.kind() != LogKind.LOCATION) {
            return entry.details();
        }
        var values = new TreeMap<>(entry.details());
        values.keySet().removeAll(Set.of("from", "to"));
        return values;
    }

    /** Announces with the agency of before, in case it has just been handed over. */
    void changed(Incident incident) {
        feed.changed(incident.id(), sharing.agencies(incident.id()));
        feed.changed(incident.id(), List.of(incident.agency().value()));
    }

    void changed(Unit unit) {
        feed.changed(unit.id(), List.of(unit.agency().value()));
    }

    List<ReportId> reports(IncidentId incident) {
        return incidents.reports(incident);
    }

    void publish(Recordable event) {
        events.publishEvent(event);
    }
}
