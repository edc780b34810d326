package org.openbeat.app.desk.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Somebody said that a report tells of the same thing, and follows it by a link of their own. */
public record ReportFollowed(ReportId report, Reference reference, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "desk.report-followed";
    }

    @Override
    public Subject subject() {
        return new Subject("report", report.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("reference", reference.value());
    }
}
