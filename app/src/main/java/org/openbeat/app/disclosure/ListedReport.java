package org.openbeat.app.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.PublicReport;
import org.openbeat.app.desk.ReportStatus;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.GeoPoint;

/**
 * A report as it stands in the list of a beat, its feed and its file.
 *
 * @param received the day, in the zone of the place
 * @param block the middle of the block it lies in; null when its kind shows no position
 * @param street a street of that block; null when none is known or the kind shows no position
 * @param outcome code of the outcome; null while it is open
 * @param statement what a member of staff released to the public about the outcome
 * @param took from receipt to its end; null while it is open
 * @param changed when it last changed in a way that matters to readers: received, closed, opened again; in UTC
 */
public record ListedReport(
        Reference reference,
        String category,
        ReportStatus status,
        LocalDate received,
        @Nullable GeoPoint block,
        @Nullable String street,
        @Nullable String outcome,
        @Nullable String statement,
        @Nullable Duration took,
        Instant changed) {

    public boolean isOpen() {
        return status.isOpen();
    }

    static ListedReport of(PublicReport report, @Nullable String street) {
        return new ListedReport(
                report.reference(),
                report.category(),
                report.status(),
                LocalDate.ofInstant(report.received(), report.zone()),
                report.block(),
                street,
                report.outcome(),
                report.releasedText(),
                report.took(),
                significantChange(report));
    }

    private static Instant significantChange(PublicReport report) {
        var closed = report.closed();
        if (closed != null) {
            return closed;
        }
        return report.status() == ReportStatus.REOPENED ? report.changed() : report.received();
    }
}
