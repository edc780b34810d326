package org.openbeat.app.access.purpose;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.LookedUp;
import org.openbeat.app.access.events.LookedUp.Act;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one door to the data of persons for staff: asks why, and writes the access record of each look-up. */
@Service
public class Lookups {
    private final JdbcPurposes purposes;
    private final JdbcLookups store;
    private final StaffNames names;
    private final RecentReadings recent;
    private final PurposeSettings settings;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lookups(
            JdbcPurposes purposes,
            JdbcLookups store,
            StaffNames names,
            RecentReadings recent,
            PurposeSettings settings,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.purposes = purposes;
        this.store = store;
        this.names = names;
        this.recent = recent;
        this.settings = settings;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /** Whether those who work on something still do: it is open, or was closed only just now. */
    public boolean isAtWork(@Nullable Instant closedAt) {
        return closedAt == null || closedAt.plus(settings.afterClosing()).isAfter(clock.instant());
    }

    /** What a reading of the thing can stand on, for someone who is not assigned to it; nothing without a purpose. */
    public Optional<Grounds> grounds(Actor actor, Subject subject) {
        return purposes.active(actor.id(), clock.instant())
                .filter(purpose -> purpose.opens(subject))
                .filter(purpose -> store.countUnder(purpose.id(), subject) < settings.most())
                .map(Grounds::of);
    }

    /**
     * The same, for something that nobody reads without.
     *
     * @throws PurposeRequired where there is no purpose that covers it
     */
    public Grounds require(Actor actor, Subject subject, String label) {
        return grounds(actor, subject).orElseThrow(() -> new PurposeRequired(subject, label));
    }

    /** A purpose that covers more than one thing, as searching needs it. */
    public Optional<Grounds> groundsToSearch(Actor actor) {
        return purposes.active(actor.id(), clock.instant())
                .filter(purpose -> purpose.covers() == null)
                .map(Grounds::of);
    }

    /** Writes down that the actor reads it. */
    @Transactional
    public void read(Actor actor, Sought sought, Grounds grounds) {
        var now = now();
        var flags = names.flags(actor, sought.persons(), now);
        write(
                actor,
                new Entry(Act.READ, sought.subject(), sought.label(), grounds)
                        .with(sought.concerns(), sought.fields(), flags),
                now);
    }

    /** Whether this reading was written down only just now: then it need not be again. */
    public boolean isRepeated(Actor actor, Subject subject) {
        return recent.isRepeated(actor.id() + " " + subject, clock.instant(), settings.repeat());
    }

    /** Writes down that the actor searched by words; the words may name a person. */
    @Transactional
    public void searched(Actor actor, String kind, String words, int found, Grounds grounds) {
        var now = now();
        var flags = names.flags(actor, words, now);
        write(
                actor,
                new Entry(Act.SEARCHED, new Subject(kind, "search"), "", grounds)
                        .with(List.of(), Set.of(), flags)
                        .found(words, found, null),
                now);
    }

    /** Writes down that the actor took a file away: how many rows, and the fingerprint of its bytes. */
    @Transactional
    public void exported(Actor actor, Subject subject, String label, int rows, String fingerprint, Grounds grounds) {
        write(actor, new Entry(Act.EXPORTED, subject, label, grounds).found(null, rows, fingerprint), now());
    }

    /** Writes down that the actor read who did and read what. */
    @Transactional
    public void auditRead(Actor actor, Subject subject, String label, String filter, int rows, Grounds grounds) {
        write(actor, new Entry(Act.AUDIT_READ, subject, label, grounds).found(filter, rows, null), now());
    }

    /** Writes down which place the actor sought; what is typed letter by letter is written down once. */
    @Transactional
    public void placeSought(Actor actor, String words) {
        var now = now();
        if (actor.kind() == Actor.Kind.STAFF
                && actor.agency() != null
                && !actor.roles().isEmpty()
                && !recent.isTyped(actor.id(), words, now)) {
            write(
                    actor,
                    new Entry(Act.PLACE_SOUGHT, new Subject("place", "search"), "", Grounds.OUTLINE)
                            .found(words, null, null),
                    now);
        }
    }

    private void write(Actor actor, Entry entry, Instant at) {
        var reader = Reader.of(actor);
        var id = identifiers.next();
        store.add(id, actor.id(), reader, entry, at);
        events.publishEvent(entry.event(id, reader, actor, at));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** An access record as it is written. */
    record Entry(
            Act act,
            Subject subject,
            String label,
            Grounds grounds,
            List<Subject> concerns,
            List<String> fields,
            List<Flag> flags,
            @Nullable String words,
            @Nullable Integer found,
            @Nullable String fingerprint) {

        Entry(Act act, Subject subject, String label, Grounds grounds) {
            this(act, subject, label, grounds, List.of(), List.of(), List.of(), null, null, null);
        }

        Entry with(List<Subject> whom, Set<String> which, Set<Flag> flagged) {
            var sorted = which.stream().sorted().toList();
            var marks = flagged.stream().sorted().toList();
            return new Entry(act, subject, label, grounds, whom, sorted, marks, words, found, fingerprint);
        }

        Entry found(@Nullable String sought, @Nullable Integer rows, @Nullable String hash) {
            return new Entry(act, subject, label, grounds, concerns, fields, flags, sought, rows, hash);
        }

        LookedUp event(UUID id, Reader reader, Actor actor, Instant at) {
            var kind = grounds.kind();
            return new LookedUp(
                    id,
                    act,
                    subject,
                    concerns,
                    reader.role(),
                    reader.agency(),
                    grounds.basis().name(),
                    grounds.purpose(),
                    kind == null ? null : kind.name(),
                    fields,
                    flags.stream().map(Flag::name).toList(),
                    found,
                    fingerprint,
                    actor,
                    at);
        }
    }
}
