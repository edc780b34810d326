package org.openbeat.app.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.openbeat.app.desk.events.ReportId;

/**
 * A report nearby that may tell of the same thing.
 *
 * @param metres how far it is from the position of the new one
 * @param photos its pictures
 */
public record Candidate(
        ReportId report,
        String category,
        String description,
        String place,
        ReportStatus status,
        Instant received,
        ZoneId zone,
        double metres,
        List<PhotoId> photos) {}
