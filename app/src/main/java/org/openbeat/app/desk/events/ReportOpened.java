package org.openbeat.app.desk.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Role;

/** A member of staff read a report; the sender sees the role and the time. */
public record ReportOpened(ReportId report, Reference reference, Role role, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "desk.report-opened";
    }

    @Override
    public Subject subject() {
        return new Subject("report", report.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("reference", reference.value(), "role", role.name());
    }
}
