package org.openbeat.app.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.openbeat.app.access.events.LookedUp;
import org.openbeat.app.access.purpose.Grounds;
import org.openbeat.app.access.purpose.Lookups;
import org.openbeat.app.access.purpose.Person;
import org.openbeat.app.access.purpose.Sought;
import org.openbeat.app.database.WiderScope;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Why a member of staff may read a report that {@link Reach} lets them see: they work on it, or they have said why. Those
 * who sent it are shown every reading.
 */
@Component
class Readers {
    static final String SUBJECT = "report";
    private static final Set<String> FIELDS = Set.of("description", "contact", "place", "photos", "history");

    private final Lookups lookups;
    private final Categories categories;
    private final BeatOfficers officers;
    private final JdbcEntries entries;
    private final WiderScope scope;

    Readers(Lookups lookups, Categories categories, BeatOfficers officers, JdbcEntries entries, WiderScope scope) {
        this.lookups = lookups;
        this.categories = categories;
        this.officers = officers;
        this.entries = entries;
        this.scope = scope;
    }

    /** @throws org.openbeat.app.access.purpose.PurposeRequired where there is no reason */
    Grounds grounds(Actor actor, Report report) {
        if (categories.get(report.category()).aboutOfficer() && actor.has(Role.OVERSIGHT)) {
            return Grounds.OVERSIGHT;
        }
        return isAssigned(actor, report)
                ? Grounds.ASSIGNED
                : lookups.require(actor, subject(report), report.reference().value());
    }

    /** Whoever took it on, and the officer of its beat, as long as it is worked on. */
    private boolean isAssigned(Actor actor, Report report) {
        var responsible = report.responsible();
        if (!lookups.isAtWork(report.times().closed())) {
            return false;
        }
        var beat = responsible.beat();
        return actor.id().equals(responsible.officer())
                || (beat != null && officers.beatsOf(actor.id()).contains(beat));
    }

    void read(Actor actor, Report report) {
        var grounds = grounds(actor, report);
        var contact = report.contact();
        var sought = new Sought(
                subject(report),
                report.reference().value(),
                FIELDS,
                List.of(),
                List.of(new Person(contact.name(), contact.email())));
        lookups.read(actor, sought, grounds);
    }

    /** Searching by words is written down; without a purpose it finds open reports alone. */
    Worklist search(Actor actor, Worklist.Search search, BiFunction<Worklist.Search, Boolean, Worklist> list) {
        var purpose = lookups.groundsToSearch(actor);
        if (!search.isByWords()) {
            return list.apply(search, purpose.isPresent());
        }
        var allowed = purpose.isPresent() ? search : search.amongOpen();
        var found = list.apply(allowed, purpose.isPresent());
        if (search.after() == null) {
            lookups.searched(actor, SUBJECT, search.words(), found.count(), purpose.orElse(Grounds.OUTLINE));
        }
        return found.narrowedTo(!allowed.equals(search));
    }

    static Subject subject(Report report) {
        return new Subject(SUBJECT, report.id().value().toString());
    }

    /** In the transaction of the reading, whichever module was asked: no reading without a trace for the sender. */
    @EventListener
    void on(LookedUp event) {
        if (event.what() == LookedUp.Act.READ) {
            var why = event.purposeKind() == null ? event.basis() : event.purposeKind();
            var opening = new Tracked.Opening(event.role(), event.agency().value(), why, event.at());
            if (!event.concerns().isEmpty()) {
                scope.untilCommit(
                        "the sender of a report is told who read what it led to, of whatever agency they are");
            }
            Stream.concat(Stream.of(event.subject()), event.concerns().stream())
                    .filter(subject -> subject.kind().equals(SUBJECT))
                    .map(subject -> new ReportId(UUID.fromString(subject.id())))
                    .forEach(report -> entries.addOpening(report, event.actor().id(), opening));
        }
    }
}
