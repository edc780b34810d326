package org.openbeat.app.dispatch.intervals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.survival.Observation;

/**
 * The moments of one incident, each the first of its kind over all units.
 *
 * @param called when the call came, which may be before it was entered
 * @param cleared when the last unit had left; null while one is there
 * @param until when we looked for the last time: its closing, or now
 */
public record ResponseTimes(
        @Nullable String beat,
        int priority,
        ZoneId zone,
        Instant called,
        @Nullable Instant dispatched,
        @Nullable Instant enRoute,
        @Nullable Instant arrived,
        @Nullable Instant cleared,
        Instant until) {

    /** Where the incident belongs; empty for one without a beat. */
    public String group(Grouping grouping) {
        return switch (grouping) {
            case NONE -> "";
            case BEAT -> beat == null ? "" : beat;
            case PRIORITY -> Integer.toString(priority);
            case HOUR -> "%02d".formatted(called.atZone(zone).getHour());
        };
    }

    /**
     * How long the interval took; or, where its end has not come, or the incident was closed without it, how long it had
     * not come for. Empty where it never began, and where its end lies before its beginning: someone's clock was wrong.
     */
    public Optional<Observation> observe(Interval interval) {
        var start = start(interval);
        var end = end(interval);
        if (start == null) {
            return Optional.empty();
        }
        var time = Duration.between(start, end == null ? until : end);
        return time.isNegative() ? Optional.empty() : Optional.of(new Observation(time, end != null));
    }

    /** Whether it began and its times contradict each other. */
    public boolean contradicts(Interval interval) {
        return start(interval) != null && observe(interval).isEmpty();
    }

    private @Nullable Instant start(Interval interval) {
        return switch (interval) {
            case CALL_TO_DISPATCH, CALL_TO_ARRIVAL -> called;
            case DISPATCH_TO_EN_ROUTE -> dispatched;
            case EN_ROUTE_TO_ARRIVAL -> enRoute;
            case ARRIVAL_TO_CLEAR -> arrived;
        };
    }

    /** A crew that said only that it had arrived had been on its way by then. */
    private @Nullable Instant end(Interval interval) {
        return switch (interval) {
            case CALL_TO_DISPATCH -> dispatched;
            case DISPATCH_TO_EN_ROUTE -> enRoute == null ? arrived : enRoute;
            case EN_ROUTE_TO_ARRIVAL, CALL_TO_ARRIVAL -> arrived;
            case ARRIVAL_TO_CLEAR -> cleared;
        };
    }
}
