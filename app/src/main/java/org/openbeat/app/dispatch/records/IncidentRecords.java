package org.openbeat.app.dispatch.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.PersonalRecords;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.retention.spi.KeptKind;
import org.springframework.stereotype.Component;

/** An incident with its calls and its log; and what a report left in one that others told of as well. */
@Component
class IncidentRecords implements PersonalRecords, KeptKind {
    private static final String INCIDENT = "incident";
    private static final String REPORT = "report";

    private final JdbcIncidentRecords store;

    IncidentRecords(JdbcIncidentRecords store) {
        this.store = store;
    }

    @Override
    public Set<Subject> belonging(Subject subject) {
        return subject.kind().equals(REPORT)
                ? store.ofReportAlone(id(subject)).stream()
                        .map(incident -> new Subject(INCIDENT, incident.toString()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public List<String> obstacles(Subject subject) {
        var open = (subject.kind().equals(INCIDENT) && store.isOpen(id(subject)))
                || (subject.kind().equals(REPORT) && store.isAnyOpenOf(id(subject)));
        return open ? List.of("dispatch.records.obstacle.open") : List.of();
    }

    @Override
    public Map<String, Long> extent(Subject subject) {
        return switch (subject.kind()) {
            case INCIDENT -> store.extentOfIncident(id(subject));
            case REPORT -> store.extentOfReport(id(subject));
            default -> Map.of();
        };
    }

    @Override
    public Set<String> names(Subject subject) {
        return subject.kind().equals(INCIDENT) ? store.names(id(subject)) : Set.of();
    }

    @Override
    public void erase(Subject subject, Actor actor, Instant at) {
        switch (subject.kind()) {
            case INCIDENT -> store.eraseIncident(id(subject), at);
            case REPORT -> store.eraseReport(id(subject));
            default -> {
                // Another module's.
            }
        }
    }

    @Override
    public Map<String, Object> copy(Subject subject) {
        if (!subject.kind().equals(REPORT)) {
            return Map.of();
        }
        var responses = store.responses(id(subject));
        return responses.isEmpty() ? Map.of() : Map.of("responses", responses);
    }

    @Override
    public String kind() {
        return INCIDENT;
    }

    @Override
    public String from() {
        return "closed";
    }

    @Override
    public List<Kept> before(Instant instant, int most) {
        return store.closedBefore(instant, most);
    }

    private static UUID id(Subject subject) {
        return UUID.fromString(subject.id());
    }
}
