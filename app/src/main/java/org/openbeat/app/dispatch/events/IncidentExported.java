package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * An incident left this system as a document: to a member of staff who downloaded it, or to a partner who asked.
 *
 * @param form what was written: {@code EIDO}
 * @param particulars whether callers and the words of people were in it
 * @param sha256 fingerprint of the document, in hexadecimal digits
 */
public record IncidentExported(
        IncidentId incident, String number, String form, boolean particulars, String sha256, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.incident-exported";
    }

    @Override
    public Subject subject() {
        return new Subject("incident", incident.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("number", number);
        details.put("form", form);
        details.put("particulars", particulars);
        details.put("sha256", sha256);
        return details;
    }
}
