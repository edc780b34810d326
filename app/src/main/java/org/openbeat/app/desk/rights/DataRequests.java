package org.openbeat.app.desk.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.approval.Approvals;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.database.WiderScope;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.LinkSecret;
import org.openbeat.app.desk.Tracked;
import org.openbeat.app.desk.events.DataRequestId;
import org.openbeat.app.desk.events.DataRequestMoved;
import org.openbeat.app.desk.events.DataRequestMoved.Step;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.retention.Extent;
import org.openbeat.app.retention.Retention;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the holder of a secret link asks about their own data, and how the desk answers: a copy and an erasure once two
 * members of staff agree, a correction by one, for the first account stays beside it.
 */
@Service
@EnableConfigurationProperties(RightsSettings.class)
public class DataRequests {
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_LISTED = 300;
    private static final String LINK = "whoever holds a secret link is let in by it";

    private final JdbcDataRequests store;
    private final JdbcReportRecords records;
    private final Desk desk;
    private final Approvals approvals;
    private final Retention retention;
    private final DataCopies copies;
    private final WiderScope scope;
    private final RightsSettings settings;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DataRequests(
            JdbcDataRequests store,
            JdbcReportRecords records,
            Desk desk,
            Approvals approvals,
            Retention retention,
            DataCopies copies,
            WiderScope scope,
            RightsSettings settings,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.desk = desk;
        this.approvals = approvals;
        this.retention = retention;
        this.copies = copies;
        this.scope = scope;
        this.settings = settings;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks, for the sender of a report, who is known by the link. A correction stands beside the first account at once.
     *
     * @throws Refusal {@code report-unknown}, {@code report-erased}, {@code report-text-missing},
     *     {@code request-open-already}
     */
    @Transactional
    @SystemScope(LINK)
    public DataRequestId ask(LinkSecret link, DataRequest.Kind kind, String text) {
        var report = sender(link).report().id();
        if (records.erasedAt(report.value()).isPresent()) {
            throw new Refusal(Kind.CONFLICT, "report-erased");
        }
        var said = text.strip();
        if (said.length() > LONGEST_TEXT || (kind == DataRequest.Kind.CORRECTION && said.isEmpty())) {
            throw new Refusal(Kind.INVALID, "report-text-missing", "text");
        }
        if (kind == DataRequest.Kind.CORRECTION) {
            desk.change(link, new Change.Correct(said));
        }
        var now = now();
        var id = new DataRequestId(identifiers.next());
        try {
            store.add(id, report, kind, said, now, now.plus(DataRequest.standard(kind, settings)));
        } catch (DuplicateKeyException e) {
            throw new Refusal(Kind.CONFLICT, "request-open-already");
        }
        events.publishEvent(new DataRequestMoved(id, report, kind.code(), Step.MADE, Actor.RESIDENT, now));
        return id;
    }

    /** Takes a request back, for whoever made it, while it waits. */
    @Transactional
    @SystemScope(LINK)
    public void withdraw(LinkSecret link, DataRequestId id) {
        var report = sender(link).report().id();
        var request =
                store.lock(id).filter(found -> found.report().equals(report)).orElseThrow(DataRequests::unknown);
        if (request.status() != DataRequest.Status.OPEN) {
            throw new Refusal(Kind.CONFLICT, "request-decided");
        }
        end(request, DataRequest.Status.WITHDRAWN, null, null, Step.WITHDRAWN, Actor.RESIDENT);
    }

    /** The requests about a report, the newest first. */
    @SystemScope(LINK)
    public List<DataRequest> of(ReportId report) {
        return store.of(report);
    }

    /** When the personal data of a report were erased, if they were. */
    @SystemScope(LINK)
    public Optional<Instant> erasedAt(ReportId report) {
        return records.erasedAt(report.value());
    }

    /** Requests about reports that the actor may read: those that wait, the soonest due on top, then the answered. */
    public List<DataRequest> list(Actor actor) {
        var agency = actor.agency();
        return agency == null
                ? List.of()
                : store.within(agency, MOST_LISTED).stream()
                        .filter(request -> isReadable(actor, request))
                        .toList();
    }

    /**
     * One request.
     *
     * @throws Refusal {@code request-unknown}, also when the actor may not read its report
     */
    public DataRequest get(Actor actor, DataRequestId id) {
        return store.find(id).filter(found -> isReadable(actor, found)).orElseThrow(DataRequests::unknown);
    }

    /**
     * Decides a request. To grant a copy or an erasure is to propose it: a second person must agree.
     *
     * @param reason the person reads it
     */
    @Transactional
    public void decide(Actor actor, DataRequestId id, boolean grant, String reason) {
        if (!actor.hasAny(Role.COMMUNITY_OFFICER, Role.STATION_CHIEF, Role.COMMANDER)) {
            throw new Refusal(Kind.FORBIDDEN, "forbidden");
        }
        get(actor, id);
        scope.untilCommit("the request may be read, so it may be decided; what is granted reaches further");
        var request = store.lock(id).orElseThrow(DataRequests::unknown);
        if (request.status() != DataRequest.Status.OPEN) {
            throw new Refusal(Kind.CONFLICT, "request-decided");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_TEXT) {
            throw new Refusal(Kind.INVALID, "reason-missing", LONGEST_TEXT);
        }
        if (!grant) {
            end(request, DataRequest.Status.REFUSED, actor, reason.strip(), Step.REFUSED, actor);
        } else if (request.kind() == DataRequest.Kind.CORRECTION) {
            end(request, DataRequest.Status.DONE, actor, reason.strip(), Step.DONE, actor);
        } else {
            grant(actor, request, reason.strip());
        }
    }

    private void grant(Actor actor, DataRequest request, String reason) {
        var proposal = switch (request.kind()) {
            case ERASURE ->
                retention.proposeErasure(
                        actor, subject(request.report()), request.reference().value(), request.agency(), reason);
            case COPY, CORRECTION -> approvals.propose(actor, DataCopyAct.of(request), reason);
        };
        store.proposed(request.id(), proposal.value(), actor, reason);
        announce(request, Step.GRANTED, actor, now());
    }

    /** What stands against erasing a report, and what would go. */
    @SystemScope("counts what an erasure would change, also where whoever decides does not look")
    public Extent extent(ReportId report) {
        return retention.extent(subject(report));
    }

    /**
     * The copy that was granted, for the sender; fetching it is recorded.
     *
     * @throws Refusal {@code copy-not-ready}
     */
    @Transactional
    @SystemScope(LINK)
    public Map<String, Object> copy(LinkSecret link) {
        var tracked = sender(link);
        var now = now();
        var request = store.of(tracked.report().id()).stream()
                .filter(found -> found.isFetchable(now))
                .findFirst()
                .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "copy-not-ready"));
        announce(request, Step.FETCHED, Actor.RESIDENT, now);
        return copies.of(
                tracked,
                store.of(tracked.report().id()),
                store.notes(tracked.report().id()),
                now);
    }

    void end(
            DataRequest request,
            DataRequest.Status status,
            @Nullable Actor by,
            @Nullable String text,
            Step step,
            Actor actor) {
        var now = now();
        var until = request.kind() == DataRequest.Kind.COPY && status == DataRequest.Status.DONE
                ? now.plus(settings.copyAvailable())
                : null;
        store.ended(request.id(), status, by, text, now, until);
        announce(request, step, actor, now);
    }

    private void announce(DataRequest request, Step step, Actor actor, Instant at) {
        events.publishEvent(new DataRequestMoved(
                request.id(), request.report(), request.kind().code(), step, actor, at));
    }

    static Subject subject(ReportId report) {
        return new Subject(ReportRecords.SUBJECT, report.value().toString());
    }

    private boolean isReadable(Actor actor, DataRequest request) {
        return desk.find(actor, request.reference()).isPresent();
    }

    private Tracked sender(LinkSecret link) {
        return desk.track(link)
                .filter(Tracked::isSender)
                .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "report-unknown"));
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "request-unknown");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
