package org.openbeat.app.partners.events;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/** Something was decided about the system of a partner. */
public record PartnerChanged(
        PartnerName partner, AgencyId agency, Change change, boolean particulars, Actor actor, Instant at)
        implements Recordable {

    /** What. */
    public enum Change {
        OPENED,
        KEY_ISSUED,
        PARTICULARS_SET,
        CLOSED
    }

    @Override
    public String action() {
        return "partners.partner-" + change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Subject subject() {
        return new Subject("partner", partner.value());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("agency", agency.value(), "particulars", particulars);
    }
}
