package org.openbeat.app.desk;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.NamedPeople;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Role;
import org.springframework.stereotype.Component;

/** Decides what a change does to a report, or refuses it; stores nothing. */
@Component
class ReportChanges {
    private final Categories categories;
    private final Areas areas;
    private final NamedPeople people;

    ReportChanges(Categories categories, Areas areas, NamedPeople people) {
        this.categories = categories;
        this.areas = areas;
        this.people = people;
    }

    /** The report afterwards, and the line that tells of it. */
    record Changed(Report report, Entry entry) {}

    /** Who changes it and when, and the id of the line to be written. */
    record By(Actor actor, @Nullable Role role, Instant at, UUID entry) {

        Entry entry(Entry.Kind kind, boolean visible, @Nullable String text, @Nullable String detail) {
            var written = text == null || text.isEmpty() ? null : text;
            return new Entry(entry, at, kind, actor.kind(), actor.id(), actor.name(), role, visible, written, detail);
        }
    }

    Changed apply(Report report, Change.BySender change, By by) {
        return switch (change) {
            case Change.Add add -> added(report, add, by);
            case Change.Correct correct ->
                new Changed(
                        touched(report, by),
                        by.entry(Entry.Kind.CORRECTED, true, needed(correct.text(), "text"), null));
            case Change.Reopen reopen -> reopened(report, reopen, by);
            case Change.HideName ignored ->
                new Changed(hidden(report, by), by.entry(Entry.Kind.NAME_HIDDEN, true, null, null));
            case Change.Withdraw withdraw -> {
                var closed = become(report, ReportStatus.WITHDRAWN, by, Report.Closing.NONE);
                yield new Changed(closed, by.entry(Entry.Kind.WITHDRAWN, true, withdraw.reason(), null));
            }
        };
    }

    /** @param original the report that a duplicate is said to repeat; null for every other change */
    Changed apply(Report report, Change.ByStaff change, By by, @Nullable Report original) {
        return switch (change) {
            case Change.TakeOn ignored -> takenOn(report, by);
            case Change.Reply reply -> replied(report, reply, by);
            case Change.Note note -> {
                var text = needed(note.text(), "text");
                yield new Changed(touched(report, by), by.entry(Entry.Kind.NOTED, false, text, null));
            }
            case Change.Recategorise to -> recategorised(report, categories.get(to.category()), by);
            case Change.Move move -> moved(report, move, by);
            case Change.Restrict restrict -> restricted(report, restrict, by);
            case Change.MarkDuplicate ignored -> duplicate(report, original, by);
            case Change.Resolve resolve -> resolved(report, resolve, by);
            case Change.Decline decline -> declined(report, decline, by);
        };
    }

    private static Changed added(Report report, Change.Add add, By by) {
        if (report.status() == ReportStatus.WITHDRAWN) {
            throw new Refusal(Kind.CONFLICT, "report-closed");
        }
        return new Changed(touched(report, by), by.entry(Entry.Kind.ADDED, true, needed(add.text(), "text"), null));
    }

    private static Changed reopened(Report report, Change.Reopen reopen, By by) {
        var reason = needed(reopen.reason(), "reason");
        var open = become(report, ReportStatus.REOPENED, by, Report.Closing.NONE);
        return new Changed(open, by.entry(Entry.Kind.REOPENED, true, reason, null));
    }

    private static Report hidden(Report report, By by) {
        return report.with(new Contact("", "", "", true), at(report, by));
    }

    private static Changed takenOn(Report report, By by) {
        var open = report.status().isOpen() ? report : refuseClosed();
        var responsible = new Report.Responsible(
                open.responsible().agency(),
                open.responsible().beat(),
                by.actor().id(),
                by.actor().name());
        var taken = open.with(open.category(), open.urgent(), responsible, at(open, by))
                .with(ReportStatus.UNDERWAY, at(open, by), open.closing());
        return new Changed(taken, by.entry(Entry.Kind.TAKEN_ON, true, null, null));
    }

    private static Report refuseClosed() {
        throw new Refusal(Kind.CONFLICT, "report-closed");
    }

    private static Changed replied(Report report, Change.Reply reply, By by) {
        var text = needed(reply.text(), "text");
        return new Changed(
                report.with(report.status(), answered(report, by), report.closing()),
                by.entry(Entry.Kind.REPLIED, true, text, null));
    }

    private static Changed recategorised(Report report, Category category, By by) {
        if (category.code().equals(report.category())) {
            throw new Refusal(Kind.CONFLICT, "same-category");
        }
        var now = report.responsible();
        var own = Objects.requireNonNullElse(category.agency(), now.agency());
        var same = own.equals(now.agency());
        var responsible = same ? now : new Report.Responsible(own, now.beat(), null, null);
        var times = at(report, by).measuredBy(category.standard());
        // A category with an agency of its own is one that the station of the place has no business with.
        var sharing = same ? report.sharing() : report.sharing().handedOver(now.agency(), own, false);
        return new Changed(
                report.with(category.code(), report.urgent() || category.isUrgent(), responsible, times)
                        .with(sharing, responsible, times),
                by.entry(Entry.Kind.RECATEGORISED, true, null, category.code()));
    }

    /** It is sent anew: whoever had taken it on no longer has it. */
    private Changed moved(Report report, Change.Move move, By by) {
        var area = areas.of(move.beat()).orElseThrow(() -> new Refusal(Kind.INVALID, "unknown-beat"));
        if (area.beat().equals(report.responsible().beat())) {
            throw new Refusal(Kind.CONFLICT, "same-beat");
        }
        var everywhere = categories.get(report.category()).agency();
        var responsible =
                new Report.Responsible(everywhere == null ? area.agency() : everywhere, area.beat(), null, null);
        var sharing = handedOver(report, responsible.agency(), move.keepReading());
        var sent = report.with(sharing, responsible, at(report, by));
        return new Changed(
                sent, by.entry(Entry.Kind.MOVED, true, null, area.beat().value()));
    }

    private static Report.Sharing handedOver(Report report, AgencyId to, @Nullable Boolean keepReading) {
        var from = report.responsible().agency();
        if (from.equals(to)) {
            return report.sharing();
        }
        if (keepReading == null) {
            throw new Refusal(Kind.INVALID, "hand-over-choice-missing");
        }
        return report.sharing().handedOver(from, to, keepReading);
    }

    private Changed restricted(Report report, Change.Restrict change, By by) {
        var reason = needed(change.reason(), "reason");
        var names = change.named();
        var named = names == null
                ? null
                : people.named(by.actor(), report.responsible().agency(), names);
        var limited = report.with(report.sharing().limitedTo(named), report.responsible(), at(report, by));
        var kind = named == null ? Entry.Kind.RESTRICTION_LIFTED : Entry.Kind.RESTRICTED;
        return new Changed(limited, by.entry(kind, false, reason, null));
    }

    private static Changed duplicate(Report report, @Nullable Report original, By by) {
        if (original == null || original.id().equals(report.id())) {
            throw new Refusal(Kind.INVALID, "unknown-original");
        }
        if (original.status() == ReportStatus.DUPLICATE) {
            throw new Refusal(Kind.CONFLICT, "original-is-duplicate");
        }
        var closing = new Report.Closing(null, null, null, original.id());
        return new Changed(
                become(report, ReportStatus.DUPLICATE, by, closing),
                by.entry(
                        Entry.Kind.MARKED_DUPLICATE,
                        true,
                        null,
                        original.reference().value()));
    }

    private static Changed resolved(Report report, Change.Resolve resolve, By by) {
        if (!resolve.outcome().resolves()) {
            throw new Refusal(Kind.INVALID, "unknown-outcome");
        }
        var code = resolve.outcome().code();
        var released =
                resolve.release() && !resolve.text().isEmpty() ? by.actor().id() : null;
        var closing = new Report.Closing(code, resolve.text(), released, null);
        return new Changed(
                become(report, ReportStatus.RESOLVED, by, closing),
                by.entry(Entry.Kind.RESOLVED, true, resolve.text(), code));
    }

    private static Changed declined(Report report, Change.Decline decline, By by) {
        if (decline.reason().resolves()) {
            throw new Refusal(Kind.INVALID, "unknown-outcome");
        }
        var code = decline.reason().code();
        var closing = new Report.Closing(code, decline.text(), null, null);
        return new Changed(
                become(report, ReportStatus.DECLINED, by, closing),
                by.entry(Entry.Kind.DECLINED, true, decline.text(), code));
    }

    /** The next status, where the table of statuses allows it. */
    static Report become(Report report, ReportStatus next, By by, Report.Closing closing) {
        if (!report.status().mayBecome(next)) {
            throw new Refusal(Kind.CONFLICT, "report-not-so", report.status().code());
        }
        var times = by.actor().kind() == Actor.Kind.RESIDENT ? at(report, by) : answered(report, by);
        return report.with(next, times.closedAt(next.isOpen() ? null : by.at()), closing);
    }

    private static Report touched(Report report, By by) {
        return report.with(report.status(), at(report, by), report.closing());
    }

    private static Report.Times at(Report report, By by) {
        return report.times().changedAt(by.at());
    }

    /** The first answer of staff is the one that the service standard is measured by. */
    private static Report.Times answered(Report report, By by) {
        return at(report, by).answeredAt(by.at());
    }

    private static String needed(String text, String field) {
        if (text.isEmpty()) {
            throw new Refusal(Kind.INVALID, "report-text-missing", field);
        }
        return text;
    }
}
