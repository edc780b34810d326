package org.openbeat.app.desk.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/**
 * Takes a report that needs a response now. It is a call and not an event, in the transaction that stores the report:
 * either both the report and its incident are there, or neither.
 */
public interface UrgentReports {

    void open(UrgentReport report, Actor actor, Instant at);

    /**
     * What dispatch must know of an urgent report.
     *
     * @param incidentType code of the incident type that the category leads to
     * @param priority 1 (life in danger) to 4 (when possible)
     * @param point where, when the resident gave a position or an address that was found
     * @param locationText where, in the resident's words or as an address
     * @param approximate the position comes from a coarse source and must be confirmed before anyone is sent
     * @param summary what happened, in the resident's words
     */
    record UrgentReport(
            ReportId report,
            Reference reference,
            String incidentType,
            int priority,
            AgencyId agency,
            @Nullable BeatCode beat,
            @Nullable GeoPoint point,
            String locationText,
            boolean approximate,
            String summary) {}
}
