package org.openbeat.app.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.database.WiderScope;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportFollowed;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public counter: takes reports, answers them, and shows those who sent them what becomes of them. Every change is
 * told as a {@link org.openbeat.app.kernel.Recordable} event in the transaction that makes it.
 */
@Service
public class Desk {
    private static final int FOLLOWER_SECRET = 24;

    private final Reception reception;
    private final ReportChanges changes;
    private final Categories categories;
    private final JdbcReports reports;
    private final JdbcEntries entries;
    private final JdbcWorklist worklist;
    private final Surveys surveys;
    private final BeatOfficers officers;
    private final UrgentDoor urgent;
    private final WiderScope scope;
    private final Readers readers;
    private final DeskSettings settings;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final byte[] linkKey;

    Desk(
            Reception reception,
            ReportChanges changes,
            Categories categories,
            JdbcReports reports,
            JdbcEntries entries,
            JdbcWorklist worklist,
            Surveys surveys,
            BeatOfficers officers,
            UrgentDoor urgent,
            WiderScope scope,
            Readers readers,
            DeskSettings settings,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reception = reception;
        this.changes = changes;
        this.categories = categories;
        this.reports = reports;
        this.entries = entries;
        this.worklist = worklist;
        this.surveys = surveys;
        this.officers = officers;
        this.urgent = urgent;
        this.scope = scope;
        this.readers = readers;
        this.settings = settings;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
        this.linkKey = reports.linkKey();
    }

    /**
     * Takes a report. The same key from the same actor stores one report and gets the first answer again, whatever is
     * sent with it. An urgent one opens an incident in the same transaction.
     *
     * @throws Refusal {@code unknown-category}, {@code answer-missing}, {@code answer-unknown}, {@code answer-unfit},
     *     {@code photo-unknown}
     */
    @Transactional
    public Accepted submit(Actor actor, NewReport report, SubmissionKey key) {
        var submission = Submission.of(actor, key, linkKey);
        var now = now();
        var hashes = reports.photoHashes(report.photos());
        if (hashes.size() != report.photos().size()) {
            throw new Refusal(Kind.INVALID, "photo-unknown");
        }
        for (int attempt = 0; attempt < 3; attempt++) { // A reference is drawn again should it be taken.
            var received = reception.receive(report, identity(), hashes, now);
            if (reports.add(received, submission, report.photos())) {
                announce(received, actor, now);
                return accepted(received, submission, false);
            }
            var before = reports.findBySubmission(submission);
            if (before.isPresent()) {
                return accepted(before.get(), submission, true);
            }
        }
        throw new IllegalStateException("no free reference found");
    }

    /** What an earlier {@link #submit} with this key returned. */
    public Optional<Accepted> find(Actor actor, SubmissionKey key) {
        var submission = Submission.of(actor, key, linkKey);
        return reports.findBySubmission(submission).map(report -> accepted(report, submission, true));
    }

    /**
     * The report of a secret link, for its sender or a follower. Nothing for an unknown link, and nothing for a follower
     * once neighbours may no longer read the report.
     */
    @SystemScope("whoever holds a secret link is let in by it")
    public Optional<Tracked> track(LinkSecret link) {
        return reports.findBySender(link)
                .map(report -> tracked(report, true))
                .or(() -> reports.findByFollower(link)
                        .filter(this::isOpenToNeighbours)
                        .map(report -> tracked(report, false)));
    }

    /**
     * Changes a report for its sender, who is known by the link.
     *
     * @throws Refusal {@code report-unknown}, {@code report-not-so}, {@code report-closed}, {@code report-text-missing}
     */
    @Transactional
    @SystemScope("whoever holds a secret link is let in by it")
    public void change(LinkSecret link, Change.BySender change) {
        var report = reports.findBySender(link)
                .flatMap(found -> reports.lock(found.id()))
                .orElseThrow(Desk::unknown);
        var by = new ReportChanges.By(Actor.RESIDENT, null, now(), identifiers.next());
        store(changes.apply(report, change, by), Actor.RESIDENT);
    }

    /**
     * Changes a report for a member of staff who may read it.
     *
     * @throws Refusal {@code report-unknown}, {@code report-not-so}, {@code report-closed}, {@code report-text-missing} and
     *     what the change itself can be wrong about
     */
    @Transactional
    public void change(Actor actor, ReportId id, Change.ByStaff change) {
        var reach = reach(actor);
        var report = reach.require(
                change.act(), reports.lock(id).filter(reach::covers).orElseThrow(Desk::unknown));
        scope.untilCommit("a change may take the report to where the person no longer sees it; both locks let them in");
        var by = new ReportChanges.By(actor, reach.role(), now(), identifiers.next());
        var original = change instanceof Change.MarkDuplicate duplicate
                ? reports.find(duplicate.of()).filter(reach::covers).orElse(null)
                : null;
        var changed = changes.apply(report, change, by, original);
        store(changed, actor);
        if (changed.report().urgent() && !report.urgent()) {
            urgent.open(changed.report(), actor, by.at());
        }
        askIfAnswered(changed.report(), by.at());
    }

    private Reach reach(Actor actor) {
        return Reach.of(actor, officers, categories);
    }

    /**
     * Opens a report for a member of staff; the reading is recorded and the sender sees it.
     *
     * @throws org.openbeat.app.access.purpose.PurposeRequired for whoever does not work on it and has not said why
     */
    @Transactional
    public Opened open(Actor actor, Reference reference) {
        var reach = reach(actor);
        var report = reports.find(reference).filter(reach::covers).orElseThrow(Desk::unknown);
        readers.read(actor, report);
        return new Opened(
                report,
                entries.list(report.id()),
                entries.openings(report.id()),
                reports.followers(report.id()),
                EnumSet.allOf(Act.class).stream()
                        .filter(act -> reach.allows(act, report))
                        .collect(Collectors.toSet()));
    }

    /**
     * The report to which something belongs that a member of staff looks at, such as a photo.
     *
     * @throws org.openbeat.app.access.purpose.PurposeRequired as {@link #open} does
     */
    public ReportId requireOpen(Actor actor, Reference reference) {
        var reach = reach(actor);
        var report = reports.find(reference).filter(reach::covers).orElseThrow(Desk::unknown);
        readers.grounds(actor, report);
        return report.id();
    }

    /** Which report a reference means to a member of staff who may read it; shows nothing of it. */
    public Optional<ReportId> find(Actor actor, Reference reference) {
        var reach = reach(actor);
        return reports.find(reference).filter(reach::covers).map(Report::id);
    }

    /**
     * The reports that a member of staff may read, newest first. It shows no more than is needed to choose; words find
     * only what is open unless the reader has stated a purpose.
     */
    @Transactional
    public Worklist list(Actor actor, Worklist.Search search) {
        var reach = reach(actor);
        return readers.search(
                actor, search, (allowed, openly) -> worklist.list(reach, allowed, actor, openly, clock.instant()));
    }

    /** Reports of a category nearby that may tell of the same thing, nearest first; at most three. */
    @SystemScope("what neighbours may read, for everyone")
    public List<Candidate> likelyTheSame(String category, GeoPoint point) {
        var kind = categories.find(category).orElse(null);
        if (kind == null || kind.openness() != Openness.NEIGHBOURS) {
            return List.of();
        }
        var since = clock.instant().minus(settings.duplicateAge());
        return Candidates.nearest(
                reports.near(category, point, settings.duplicateMetres(), since), point, settings, reports);
    }

    /** "It is the same": follows a report that neighbours may read; returns the secret of a link to it. */
    @Transactional
    public LinkSecret follow(Actor actor, ReportId id) {
        var report = reports.find(id).filter(this::isOpenToNeighbours).orElseThrow(Desk::unknown);
        var link = new LinkSecret(identifiers.secret(FOLLOWER_SECRET));
        var now = now();
        reports.addFollower(id, link, now);
        events.publishEvent(new ReportFollowed(id, report.reference(), actor, now));
        return link;
    }

    private boolean isOpenToNeighbours(Report report) {
        return report.content().neighboursMayRead()
                && !report.sharing().isRestricted()
                && categories.get(report.category()).openness() == Openness.NEIGHBOURS;
    }

    private void announce(Report report, Actor actor, Instant now) {
        events.publishEvent(ReportFacts.received(report, actor, now));
        if (report.urgent()) {
            urgent.open(report, actor, now);
        }
    }

    private void store(ReportChanges.Changed changed, Actor actor) {
        var report = changed.report();
        var entry = changed.entry();
        reports.replace(report);
        entries.add(report.id(), entry, null);
        events.publishEvent(ReportFacts.changed(report, entry, actor));
    }

    private void askIfAnswered(Report report, Instant at) {
        if (report.status() == ReportStatus.RESOLVED || report.status() == ReportStatus.DECLINED) {
            surveys.ask(
                    report.id(),
                    report.category(),
                    report.responsible().agency(),
                    report.responsible().beat(),
                    at);
        }
    }

    private Tracked tracked(Report report, boolean sender) {
        var visible = entries.list(report.id()).stream().filter(Entry::visible).toList();
        var openings = sender ? entries.openings(report.id()) : List.<Tracked.Opening>of();
        return new Tracked(report, sender, visible, openings);
    }

    private static Accepted accepted(Report report, Submission submission, boolean again) {
        return new Accepted(
                report.id(),
                report.reference(),
                submission.link(),
                report.category(),
                report.responsible().agency(),
                report.responsible().beat(),
                report.times().received(),
                report.times().due(),
                report.times().standard(),
                again);
    }

    private Reception.Identity identity() {
        var letters = identifiers.secret(8).toUpperCase(Locale.ROOT);
        var reference = new Reference(letters.substring(0, 4) + "-" + letters.substring(4));
        return new Reception.Identity(new ReportId(identifiers.next()), reference);
    }

    /** PostgreSQL keeps microseconds; what is announced must be what is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "report-unknown");
    }
}
