package org.openbeat.app.desk.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that moves a report forward. The desk owns the interface and knows none of the events that implement it; it
 * hears them after they are committed, at least once, and tells the resident in plain words.
 */
public interface ReportProgressed {

    /** The reports that the fact concerns; often one, several when duplicates were joined, none when nobody reported. */
    List<ReportId> reports();

    Progress progress();

    Instant at();

    /** Unique for this fact, so that hearing it twice changes nothing. */
    String factId();

    /** What a resident may read of the outcome, chosen by staff for the public; a code of the outcome list. */
    @Nullable
    String outcome();

    /** The stages a resident sees. */
    enum Progress {
        RESPONSE_OPENED,
        CREW_ASSIGNED,
        CREW_ON_THE_WAY,
        CREW_ARRIVED,
        CREW_RELEASED,
        RESOLVED,
        RESPONSE_REOPENED
    }
}
