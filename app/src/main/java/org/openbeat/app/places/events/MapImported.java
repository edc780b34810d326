package org.openbeat.app.places.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A map was taken over; from now on places are found on it.
 *
 * @param fingerprint SHA-256 of the file, hexadecimal
 */
public record MapImported(UUID map, String name, String fingerprint, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "places.map-imported";
    }

    @Override
    public Subject subject() {
        return new Subject("map", map.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("name", name, "fingerprint", fingerprint);
    }
}
