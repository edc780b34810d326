package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A device of a unit was given a token, or its token was revoked.
 */
public record DeviceChanged(UnitId unit, String device, boolean revoked, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.device-changed";
    }

    @Override
    public Subject subject() {
        return new Subject("unit", unit.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("device", device);
        details.put("revoked", revoked);
        return details;
    }
}
