package org.openbeat.app.desk.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.PersonalRecords;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.retention.spi.KeptKind;
import org.springframework.stereotype.Component;

/** A report with its pictures, its history and the requests about it. */
@Component
class ReportRecords implements PersonalRecords, KeptKind {
    static final String SUBJECT = "report";

    private final JdbcReportRecords store;

    ReportRecords(JdbcReportRecords store) {
        this.store = store;
    }

    @Override
    public List<String> obstacles(Subject subject) {
        return isReport(subject) && store.isOpen(id(subject)) ? List.of("desk.rights.obstacle.open") : List.of();
    }

    @Override
    public Map<String, Long> extent(Subject subject) {
        return isReport(subject) ? store.extent(id(subject)) : Map.of();
    }

    @Override
    public Set<String> names(Subject subject) {
        return isReport(subject) ? store.names(id(subject)) : Set.of();
    }

    @Override
    public void erase(Subject subject, Actor actor, Instant at) {
        if (isReport(subject)) {
            store.erase(id(subject), at);
        }
    }

    @Override
    public String kind() {
        return SUBJECT;
    }

    @Override
    public String from() {
        return "closed";
    }

    @Override
    public List<Kept> before(Instant instant, int most) {
        return store.closedBefore(instant, most);
    }

    private static boolean isReport(Subject subject) {
        return subject.kind().equals(SUBJECT);
    }

    private static UUID id(Subject subject) {
        return UUID.fromString(subject.id());
    }
}
