package org.openbeat.app.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/**
 * What may be public of a report: never a name, never a picture, never the sender's words.
 *
 * @param block the middle of the block of about 200 m that it lies in; null when the category shows no position
 * @param outcome code of the outcome list; null while it is open
 * @param releasedText what a member of staff wrote about the outcome and released to the public
 * @param took from receipt to its end; null while it is open
 */
public record PublicReport(
        Reference reference,
        String category,
        ReportStatus status,
        AgencyId agency,
        @Nullable BeatCode beat,
        @Nullable GeoPoint block,
        Instant received,
        Instant due,
        Instant changed,
        @Nullable Instant closed,
        ZoneId zone,
        @Nullable String outcome,
        @Nullable String releasedText,
        @Nullable Duration took) {}
