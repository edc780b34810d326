package org.openbeat.app.oversight.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.desk.ClosedReports;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.stereotype.Component;

/** Reports that were closed. */
@Component
class DrawnReports implements Population {
    private final ClosedReports reports;

    DrawnReports(ClosedReports reports) {
        this.reports = reports;
    }

    @Override
    public DrawnFrom kind() {
        return DrawnFrom.CLOSED_REPORTS;
    }

    @Override
    public List<UUID> ids(Actor actor, Instant begin, Instant end) {
        return reports.ids(actor, begin, end);
    }

    /** The oversight body works none of them. */
    @Override
    public Optional<String> concerned(Actor actor, UUID id) {
        return Optional.empty();
    }

    @Override
    public Subject about(Actor actor, UUID id) {
        return new Subject("report", id.toString());
    }

    @Override
    public Sheet sheet(Actor actor, UUID id) {
        return reports.read(actor, id).<Sheet>map(Sheet.Closed::new).orElseGet(Sheet.Gone::new);
    }
}
