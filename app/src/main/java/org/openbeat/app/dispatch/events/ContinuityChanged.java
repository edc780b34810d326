package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/**
 * Cards were printed or set aside, an outage was noted, or the phone list was changed.
 *
 * @param what {@code cards-printed}, {@code card-set-aside}, {@code outage-noted} or {@code phone-list-changed}
 * @param values numbers of cards, times, how many lines
 */
public record ContinuityChanged(AgencyId agency, String what, Map<String, String> values, Actor actor, Instant at)
        implements Recordable {

    public ContinuityChanged {
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
