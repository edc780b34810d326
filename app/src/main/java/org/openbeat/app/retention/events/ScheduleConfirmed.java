package org.openbeat.app.retention.events;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** From now on a kind of data is erased after a period. */
public record ScheduleConfirmed(String kind, Period period, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "retention.schedule-confirmed";
    }

    @Override
    public Subject subject() {
        return new Subject("retention-schedule", kind);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("period", period.toString());
    }
}
