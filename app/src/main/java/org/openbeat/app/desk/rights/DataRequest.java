package org.openbeat.app.desk.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.DataRequestId;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.AgencyId;

/**
 * What a person asked about their own data, with its clock.
 *
 * @param due when it must be answered, by the organisation's service standard
 * @param text what the person wrote; empty once it was erased
 * @param proposal the act that waits for a second person, while there is one
 */
public record DataRequest(
        DataRequestId id,
        ReportId report,
        Reference reference,
        AgencyId agency,
        Kind kind,
        Instant asked,
        Instant due,
        String text,
        Status status,
        @Nullable UUID proposal,
        @Nullable Decision decision) {

    /** What can be asked for. */
    public enum Kind {
        COPY,
        CORRECTION,
        ERASURE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum Status {
        OPEN,
        /** Granted by one; a second person must agree. */
        PROPOSED,
        DONE,
        REFUSED,
        WITHDRAWN;

        boolean waits() {
            return this == OPEN || this == PROPOSED;
        }
    }

    /**
     * How it was decided.
     *
     * @param byName who decided, for colleagues
     * @param availableUntil how long a copy can be fetched
     */
    public record Decision(
            Instant at,
            String byName,
            String text,
            @Nullable Instant availableUntil) {}

    public boolean isWaiting() {
        return status.waits();
    }

    public boolean isOverdue(Instant now) {
        return status.waits() && due.isBefore(now);
    }

    boolean isFetchable(Instant now) {
        return kind == Kind.COPY
                && status == Status.DONE
                && decision != null
                && decision.availableUntil() != null
                && now.isBefore(decision.availableUntil());
    }

    static Duration standard(Kind kind, RightsSettings settings) {
        return switch (kind) {
            case COPY -> settings.copyWithin();
            case CORRECTION -> settings.correctionWithin();
            case ERASURE -> settings.erasureWithin();
        };
    }
}
