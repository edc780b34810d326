package org.openbeat.app.retention;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openbeat.app.access.approval.Approvals;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.retention.events.LegalHoldChanged;
import org.openbeat.app.retention.spi.KeptKind.Kept;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How long what is kept, what is held, and what is erased: by a schedule that two confirmed, or by two on request. */
@Service
public class Retention {
    private static final int LONGEST_TEXT = 1_000;

    private final Erasing erasing;
    private final Schedules schedules;
    private final JdbcRetention store;
    private final Approvals approvals;
    private final RetentionSettings settings;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retention(
            Erasing erasing,
            Schedules schedules,
            JdbcRetention store,
            Approvals approvals,
            RetentionSettings settings,
            Identifiers identifiers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.erasing = erasing;
        this.schedules = schedules;
        this.store = store;
        this.approvals = approvals;
        this.settings = settings;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** A dry run: what erasing the thing would change, and what stands against it. */
    @SystemScope("counts what an erasure would change, wherever that is")
    public Extent extent(Subject subject) {
        return erasing.extent(subject, clock.instant());
    }

    /**
     * Proposes to erase what is kept with a thing; a second person decides.
     *
     * @throws Refusal {@code erasure-barred} while it is held or its matter is open
     */
    @Transactional
    public ProposalId proposeErasure(Actor actor, Subject subject, String reference, AgencyId agency, String reason) {
        if (!extent(subject).isFree()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "erasure-barred");
        }
        return approvals.propose(actor, ErasureAct.of(subject, reference, agency), reason);
    }

    /** Holds a thing against every erasure until the instant. */
    @Transactional
    public Hold hold(Actor actor, Subject subject, String reference, AgencyId agency, String reason, Instant until) {
        requireHolder(actor, agency);
        requireText(reason);
        var now = now();
        if (!until.isAfter(now) || until.isAfter(now.plus(settings.longestHold()))) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "hold-time", settings.longestHold().toDays());
        }
        var hold = new Hold(identifiers.next(), subject, reference, agency, reason.strip(), actor.name(), now, until);
        store.add(hold, actor);
        events.publishEvent(new LegalHoldChanged(subject, true, actor, now));
        return hold;
    }

    /** Ends a hold; an unknown or ended one changes nothing. */
    @Transactional
    public void lift(Actor actor, UUID id) {
        store.hold(id).ifPresent(hold -> {
            requireHolder(actor, hold.agency());
            var now = now();
            if (store.lift(id, actor, now)) {
                events.publishEvent(new LegalHoldChanged(hold.subject(), false, actor, now));
            }
        });
    }

    /** The holds in force in the actor's agency and below it. */
    public List<Hold> holds(Actor actor) {
        var agency = actor.agency();
        return store.holds(clock.instant()).stream()
                .filter(hold -> agency != null && hold.agency().isWithin(agency))
                .toList();
    }

    public List<Hold> holdsOn(Subject subject) {
        return store.holdsOn(subject, clock.instant());
    }

    /** Every kind with its example and what is in force. */
    public List<ScheduledKind> kinds() {
        return schedules.kinds().stream()
                .map(kind -> new ScheduledKind(
                        kind.kind(),
                        kind.from(),
                        schedules.example(kind.kind()).orElse(null),
                        schedules.confirmed(kind.kind()).orElse(null)))
                .toList();
    }

    /** Proposes a period for a kind; nothing runs until a second person has confirmed it. */
    @Transactional
    public ProposalId proposeSchedule(Actor actor, String kind, Period period, String basis, String reason) {
        var agency = actor.agency();
        if (agency == null || !schedules.knows(kind) || period.isNegative() || period.isZero()) {
            throw new Refusal(Refusal.Kind.INVALID, "schedule-unfit");
        }
        requireText(basis);
        return approvals.propose(actor, ScheduleAct.of(kind, period, basis.strip(), agency), reason);
    }

    /** What the confirmed schedules would erase now; changes nothing. */
    @SystemScope("schedules hold for every agency")
    public Plan plan() {
        var now = clock.instant();
        return new Plan(
                now,
                schedules.kinds().stream()
                        .map(kind -> schedules
                                .confirmed(kind.kind())
                                .map(schedule -> line(schedule, now))
                                .orElseGet(() -> new Plan.Line(kind.kind(), "", List.of(), List.of())))
                        .toList());
    }

    private Plan.Line line(Schedule schedule, Instant now) {
        var before = now.atZone(ZoneOffset.UTC).minus(schedule.period()).toInstant();
        var all = schedules.kinds().stream()
                .filter(kind -> kind.kind().equals(schedule.kind()))
                .flatMap(kind -> kind.before(before, settings.mostAtOnce()).stream())
                .collect(Collectors.partitioningBy(
                        kept -> erasing.extent(kept.subject(), now).isFree()));
        return new Plan.Line(
                schedule.kind(),
                schedule.period().toString(),
                all.getOrDefault(true, List.of()),
                all.getOrDefault(false, List.of()));
    }

    /**
     * Erases what is due, each thing in its own transaction.
     *
     * @return what was erased, by kind
     */
    @SystemScope("schedules hold for every agency")
    public Map<String, List<Kept>> apply() {
        return plan().lines().stream()
                .collect(Collectors.toMap(
                        Plan.Line::kind,
                        line -> line.due().stream()
                                .filter(kept -> erase(kept.subject(), "schedule") > 0)
                                .toList()));
    }

    /**
     * Erases once more what stands in a list of erasures, after an older backup was restored.
     *
     * @return how many things came back with the backup
     */
    @SystemScope("what was erased once is erased wherever it came back")
    public long reapply(Path list) {
        return ErasureList.read(list).stream()
                .filter(subject -> erase(subject, Erasing.AGAIN) > 0)
                .count();
    }

    private long erase(Subject subject, String ground) {
        try {
            var rows = transaction.execute(status -> erasing.erase(Actor.SYSTEM, subject, ground, now()));
            return rows == null ? 0 : rows;
        } catch (Refusal barred) {
            return 0; // Held since it was planned; the next run finds it again.
        }
    }

    private static void requireHolder(Actor actor, AgencyId agency) {
        var own = actor.agency();
        if (own == null
                || !agency.isWithin(own)
                || !actor.hasAny(Role.STATION_CHIEF, Role.COMMANDER, Role.LEGAL_REVIEWER)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "forbidden");
        }
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.strip().length() > LONGEST_TEXT) {
            throw new Refusal(Refusal.Kind.INVALID, "reason-missing", LONGEST_TEXT);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
