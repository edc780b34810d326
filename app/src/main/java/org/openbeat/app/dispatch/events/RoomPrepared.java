package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/**
 * Something with which the room is prepared was changed: cards, the phone list, the list of contractors.
 *
 * @param what {@code cards-printed}, {@code card-set-aside}, {@code outage-noted}, {@code phone-list-changed},
 *     {@code contractor-listed} or {@code contractor-closed}
 * @param values numbers of cards, times, how many lines
 */
public record RoomPrepared(AgencyId agency, String what, Map<String, String> values, Actor actor, Instant at)
        implements Recordable {

    public RoomPrepared {
        values = Map.copyOf(values);
    }

    @Override
    public String action() {
        return "dispatch." + what;
    }

    @Override
    public Subject subject() {
        return new Subject("agency", agency.value());
    }

    @Override
    public Map<String, Object> details() {
        return new LinkedHashMap<>(values);
    }
}
