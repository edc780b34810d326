package org.openbeat.app.desk.events;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A request of a person about their own data was made, decided, answered or taken back.
 *
 * @param kind {@code copy}, {@code correction} or {@code erasure}
 */
public record DataRequestMoved(DataRequestId request, ReportId report, String kind, Step step, Actor actor, Instant at)
        implements Recordable {

    /** The steps. */
    public enum Step {
        MADE,
        GRANTED,
        REFUSED,
        /** The second person did not agree, or not in time. */
        BACK,
        DONE,
        WITHDRAWN,
        /** The person fetched the copy. */
        FETCHED
    }

    @Override
    public String action() {
        return "desk.data-request-" + step.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Subject subject() {
        return new Subject("data-request", request.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("kind", kind, "report", report.value().toString());
    }
}
