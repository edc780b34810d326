package org.openbeat.app.partners.delivery;

import java.util.TreeMap;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Recordable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down, in the transaction in which it happens, what some partner is to be told: with the change the message, and
 * without it none. Acts of which nobody can be told cost a look into a map.
 */
@Component
class Outbox {
    private final JdbcEvents events;
    private final Identifiers identifiers;

    Outbox(JdbcEvents events, Identifiers identifiers) {
        this.events = events;
        this.identifiers = identifiers;
    }

    @EventListener
    void on(Recordable act) {
        EventTypes.of(act.action()).ifPresent(fields -> {
            var values = new TreeMap<String, Object>(act.details());
            values.keySet().retainAll(fields);
            var incident = new IncidentId(UUID.fromString(act.subject().id()));
            events.add(new OutgoingEvent(identifiers.next(), 0, act.action(), incident, values, act.at()));
        });
    }
}
