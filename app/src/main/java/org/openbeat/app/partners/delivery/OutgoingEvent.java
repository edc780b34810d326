package org.openbeat.app.partners.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;

/**
 * Something that happened, as it stands in the outbox.
 *
 * @param id the same however often it is told
 * @param place its place in the feed; 0 as long as it has none
 * @param type name of the act
 */
record OutgoingEvent(UUID id, long place, String type, IncidentId incident, Map<String, Object> fields, Instant at) {
    OutgoingEvent {
        fields = Map.copyOf(fields);
    }
}
