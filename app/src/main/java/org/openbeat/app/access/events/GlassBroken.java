package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * Someone of staff opened something in an emergency, without a purpose that was checked first.
 *
 * @param opened what was opened
 * @param told how many supervisors and members of the oversight body were told
 */
public record GlassBroken(UUID purpose, Subject opened, Instant justifyBy, int told, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "access.glass-broken";
    }

    @Override
    public Subject subject() {
        return new Subject("purpose", purpose.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "openedKind", opened.kind(), "openedId", opened.id(), "justifyBy", justifyBy.toString(), "told", told);
    }
}
