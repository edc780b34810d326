package org.openbeat.app.desk.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/** A partner system may send reports from now on, for the agency. */
public record PartnerKeyIssued(String partner, AgencyId agency, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "desk.partner-key-issued";
    }

    @Override
    public Subject subject() {
        return new Subject("partner", partner);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("agency", agency.value());
    }
}
