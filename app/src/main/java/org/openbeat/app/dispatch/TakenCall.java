package org.openbeat.app.dispatch;

import java.util.List;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;

/**
 * What became of a call.
 *
 * @param number the incident's full number
 * @param joined the call was about an incident that was open already
 * @param priority as it was stored
 * @param visibleTo agencies that see the incident by rule, the responsible one first
 */
public record TakenCall(
        IncidentId incident,
        String number,
        boolean joined,
        Priority priority,
        LocationTrust trust,
        List<String> visibleTo,
        boolean repeated) {

    public TakenCall {
        visibleTo = List.copyOf(visibleTo);
    }

    TakenCall again() {
        return new TakenCall(incident, number, joined, priority, trust, visibleTo, true);
    }
}
