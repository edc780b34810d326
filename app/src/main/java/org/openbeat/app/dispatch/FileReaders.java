package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.purpose.Grounds;
import org.openbeat.app.access.purpose.Item;
import org.openbeat.app.access.purpose.ItemKind;
import org.openbeat.app.access.purpose.Lookups;
import org.openbeat.app.access.purpose.Person;
import org.openbeat.app.access.purpose.Sought;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Why someone may read the file of an incident that they may see. An incident that is open, or was only just closed, is
 * the room's and the crew's duty: nothing is asked, and a board that paints it again and again writes one record. A closed
 * one is opened with a purpose, as everywhere.
 */
@Component
class FileReaders {
    private static final String SUBJECT = "incident";
    private static final Set<String> FIELDS = Set.of("calls", "contact", "log", "place", "summary");

    private final Lookups lookups;
    private final Incidents incidents;

    FileReaders(Lookups lookups, Incidents incidents) {
        this.lookups = lookups;
        this.incidents = incidents;
    }

    /** @throws org.openbeat.app.access.purpose.PurposeRequired where there is no reason */
    Grounds grounds(Actor actor, IncidentId id, String number, @Nullable Instant closedAt) {
        if (lookups.isAtWork(closedAt)) {
            return Grounds.ASSIGNED;
        }
        if (actor.kind() == Actor.Kind.PARTNER) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "incident-no-longer-shared", number);
        }
        return lookups.require(actor, subject(id), number);
    }

    void read(Actor actor, IncidentFile file, Grounds grounds) {
        var row = file.row();
        if (actor.kind() != Actor.Kind.STAFF || (grounds == Grounds.ASSIGNED && repeated(actor, row.id()))) {
            return;
        }
        var persons = file.calls().stream()
                .map(call -> new Person(Objects.requireNonNullElse(call.callerName(), ""), ""))
                .toList();
        lookups.read(actor, new Sought(subject(row.id()), row.number(), FIELDS, reports(row.id()), persons), grounds);
    }

    private boolean repeated(Actor actor, IncidentId id) {
        return lookups.isRepeated(actor, subject(id));
    }

    /** Those who sent the reports are told who read the incident, too. */
    private List<Subject> reports(IncidentId id) {
        return incidents.reports(id).stream()
                .map(report -> new Subject("report", report.value().toString()))
                .toList();
    }

    /** Whether words may be sought among closed incidents too. */
    Optional<Grounds> toSearch(Actor actor) {
        return lookups.groundsToSearch(actor);
    }

    void searched(Actor actor, String words, Page<IncidentRow> found, Optional<Grounds> purpose) {
        if (actor.kind() == Actor.Kind.STAFF && found.number() == 1) {
            lookups.searched(actor, SUBJECT, words, (int) found.total(), purpose.orElse(Grounds.OUTLINE));
        }
    }

    /** Whether an incident is read by the room's duty alone: it is open, or was only just closed. */
    boolean isAtWork(@Nullable Instant closedAt) {
        return lookups.isAtWork(closedAt);
    }

    /** As much of a closed incident as is needed to choose; an open one as it is. */
    IncidentRow outline(IncidentRow row) {
        return lookups.isAtWork(row.closedAt()) ? row : row.outlined();
    }

    private static Subject subject(IncidentId id) {
        return new Subject(SUBJECT, id.value().toString());
    }

    static Item item(IncidentId id, String number, boolean open) {
        return new Item(ItemKind.INCIDENT, id.value().toString(), number, open);
    }
}
