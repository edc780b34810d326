package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/**
 * The interval report was taken out as a file.
 *
 * @param rows how many lines it has
 * @param fingerprint SHA-256 of the file, in hexadecimal
 */
public record IntervalsExported(
        AgencyId agency, String interval, String grouping, int rows, String fingerprint, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.intervals-exported";
    }

    @Override
    public Subject subject() {
        return new Subject("agency", agency.value());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("interval", interval);
        details.put("grouping", grouping);
        details.put("rows", rows);
        details.put("fingerprint", fingerprint);
        return details;
    }
}
