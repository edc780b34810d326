package org.openbeat.app.desk.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Recordable;

/**
 * The desk accepted a report; whoever sent it has a receipt.
 *
 * @param report its id
 * @param reference what the resident calls it
 * @param category code of its category
 * @param agency the agency responsible
 * @param beat the beat in which it lies, where that is known
 * @param contentHash SHA-256 of what was sent, in lower-case hexadecimal; the receipt proves it
 */
public record ReportReceived(
        ReportId report,
        Reference reference,
        String category,
        AgencyId agency,
        @Nullable BeatCode beat,
        String contentHash,
        Actor actor,
        Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "desk.report-received";
    }

    @Override
    public Subject subject() {
        return new Subject("report", report.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("reference", reference.value());
        details.put("category", category);
        details.put("agency", agency.value());
        if (beat != null) {
            details.put("beat", beat.value());
        }
        details.put("contentSha256", contentHash);
        return details;
    }
}
