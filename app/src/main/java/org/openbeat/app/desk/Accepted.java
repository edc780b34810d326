package org.openbeat.app.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;

/**
 * What the sender of a report gets back; the same for the same submission, however often it is sent.
 *
 * @param reference to name it on the telephone; it opens nothing
 * @param link the secret of its tracking page
 * @param dueAt by when an answer is due: receipt plus the standard
 * @param standard the category's service standard, in hours of the clock
 * @param again whether it had been received before
 */
public record Accepted(
        ReportId report,
        Reference reference,
        LinkSecret link,
        String category,
        AgencyId agency,
        @Nullable BeatCode beat,
        Instant receivedAt,
        Instant dueAt,
        Duration standard,
        boolean again) {}
