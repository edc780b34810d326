package org.openbeat.engine.legaltime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Event;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.fact.Obstacle;
import org.openbeat.engine.legaltime.fact.Restart;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.ExcuseRule;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.RestartRule;
import org.openbeat.engine.legaltime.rule.Term;

/** One clock run through what happened, in the order in which it happened. */
final class ClockRun {

    /** Something that changes the course of a clock, at its time. */
    private record Move(Instant at, Runnable change) {}

    private final ClockRule rule;
    private final ClockFacts facts;
    private final Trail trail;
    private final Standstill standstill;
    private final Counting counting;
    private final Course course;
    private final CourseEnd courseEnd;
    private final ExtensionCheck check;

    ClockRun(
            Jurisdiction jurisdiction,
            LegalCalendar calendar,
            ClockRule rule,
            ClockFacts facts,
            Event start,
            Instant asOf,
            Trail trail) {
        this.rule = rule;
        this.facts = facts;
        this.trail = trail;
        this.standstill = Standstill.of(jurisdiction, rule, facts, asOf);
        this.counting = new Counting(jurisdiction, calendar, standstill, rule.liberty());
        this.course = new Course(start.effective());
        this.courseEnd = new CourseEnd(jurisdiction, calendar, rule, facts, course, counting);
        this.check = new ExtensionCheck(rule, facts, jurisdiction);
    }

    /** Makes all moves and counts to the end. */
    Ending end() {
        if (!facts.restarts().isEmpty() || !facts.extensions().isEmpty()) {
            moves().forEach(move -> move.change().run());
        }
        var counted = Trail.like(trail);
        var end = courseEnd.count(counted);
        trail.addAroundMoves(counted);
        return excused(end);
    }

    Course course() {
        return course;
    }

    boolean isSuspended(Ending end) {
        return standstill.lasts(end.instant());
    }

    private List<Move> moves() {
        var moves = new ArrayList<Move>();
        for (var restart : facts.restarts()) {
            moves.add(new Move(restart.at(), () -> restart(restart)));
        }
        for (var extension : facts.extensions()) {
            var at = extension.decidedAt() == null ? extension.requestedAt() : extension.decidedAt();
            if (at != null && extension.clock().equals(rule.id()) && !isDecidedLater(extension)) {
                moves.add(new Move(at, () -> extend(extension)));
            }
        }
        moves.sort(Comparator.comparing(Move::at));
        return moves;
    }

    /** Whether a request that is not decided stands beside the decision on it. */
    private boolean isDecidedLater(Extension request) {
        return request.decidedAt() == null
                && facts.extensions().stream()
                        .filter(other -> other.clock().equals(request.clock())
                                && other.rung().equals(request.rung()))
                        .map(Extension::decidedAt)
                        .anyMatch(decided -> decided != null && !decided.isBefore(requested(request)));
    }

    private void restart(Restart restart) {
        var listed = rule.findRestart(restart.ground());
        if (listed.isEmpty()) {
            return; // Another clock's.
        }
        var why = whyRefused(listed.get(), restart);
        if (why != null) {
            trail.add(() -> new Step.RestartRefused(restart.ground(), restart.at(), why));
            return;
        }
        course.restart(restart.at(), ran(course.origin(), restart.at()));
        trail.add(() -> new Step.Restarted(
                restart.ground(), restart.at(), course.before(), listed.get().source()));
    }

    private @Nullable VoidReason whyRefused(RestartRule listed, Restart restart) {
        var by = restart.approvedBy();
        if (!listed.source().isVerified()) {
            return VoidReason.UNVERIFIED;
        }
        if (!listed.approvers().isEmpty() && (by == null || !listed.approvers().contains(by.office()))) {
            return VoidReason.NOT_APPROVED;
        }
        if (by != null && rule.liberty() && facts.investigators().contains(by.person())) {
            return VoidReason.BY_INVESTIGATOR;
        }
        if (restart.at().isBefore(course.origin())) {
            return VoidReason.TOO_EARLY;
        }
        return courseEnd.count(Trail.NONE).holds(restart.at()) ? null : VoidReason.DECIDED_TOO_LATE;
    }

    private Duration ran(Instant from, Instant to) {
        return Duration.between(from, to)
                .minus(standstill.time().within(from, to).length());
    }

    private void extend(Extension extension) {
        var listed = rule.findExtension(extension.rung());
        var decided = extension.decidedAt();
        if (listed.isEmpty()) {
            trail.add(() -> new Step.ExtensionVoid(extension.rung(), extension.by(), decided, VoidReason.NOT_LISTED));
            return;
        }
        var end = courseEnd.count(Trail.NONE);
        if (check.isAskedLate(listed.get(), extension, end) && end.holds(requested(extension))) {
            trail.add(() -> new Step.AskedLate(
                    extension.rung(), requested(extension), listed.get().source()));
        }
        if (decided == null) {
            pend(listed.get(), extension, end);
        } else if (extension.granted()) {
            grant(listed.get(), extension, decided, end);
        } else {
            refuse(listed.get(), extension, decided, end);
        }
    }

    private void grant(ExtensionRule listed, Extension extension, Instant decided, Ending end) {
        var why = check.whyVoid(listed, extension, decided, course, end);
        if (why != null) {
            trail.add(() -> new Step.ExtensionVoid(extension.rung(), extension.by(), decided, why));
            return;
        }
        var amount = extension.amount() == null ? listed.amount() : extension.amount();
        course.extend(listed, amount, decided);
        if (trail.keeps()) {
            var moved = courseEnd.count(Trail.NONE);
            trail.add(
                    () -> new Step.Extended(extension.rung(), extension.by(), decided, amount, moved, listed.source()));
        }
    }

    private void refuse(ExtensionRule listed, Extension extension, Instant decided, Ending end) {
        trail.add(() -> new Step.ExtensionRefused(extension.rung(), extension.by(), decided));
        if (staysOpen(listed, extension, end) && !end.holds(decided)) {
            course.holdUntil(decided);
            trail.add(() -> new Step.HeldOpen(extension.rung(), decided, listed.source()));
        }
    }

    private void pend(ExtensionRule listed, Extension extension, Ending end) {
        boolean open = staysOpen(listed, extension, end);
        if (open) {
            course.holdOpen();
        }
        trail.add(() -> new Step.ExtensionPending(extension.rung(), requested(extension), open));
    }

    private static boolean staysOpen(ExtensionRule listed, Extension extension, Ending end) {
        return listed.pending() == ExtensionRule.Pending.STAYS_OPEN
                && listed.source().isVerified()
                && extension.requestedAt() != null
                && end.holds(extension.requestedAt());
    }

    private static Instant requested(Extension extension) {
        return extension.requestedAt() == null ? Instant.MAX : extension.requestedAt();
    }

    private Ending excused(Ending end) {
        var excused = end;
        for (var obstacle : facts.obstacles()) {
            var listed = rule.findExcuse(obstacle.ground());
            if (listed.isPresent() && counts(obstacle, listed.get(), end)) {
                excused = excused(excused, obstacle, listed.get());
            }
        }
        return excused;
    }

    private boolean counts(Obstacle obstacle, ExcuseRule listed, Ending end) {
        return listed.source().isVerified()
                && !obstacle.reasons().isBlank()
                && end.holds(obstacle.from())
                && (obstacle.until() == null || obstacle.until().isAfter(course.origin()));
    }

    private Ending excused(Ending end, Obstacle obstacle, ExcuseRule listed) {
        trail.add(() -> new Step.Excused(obstacle.ground(), obstacle.until(), listed.source()));
        if (obstacle.until() == null) {
            course.holdOpen();
            return end;
        }
        if (listed.then() == null) {
            return Ending.at(obstacle.until());
        }
        var then = rule.readings().get(0).term().isElapsed()
                ? Reading.fromTheMoment(listed.then(), listed.source())
                : Reading.after(listed.then(), listed.source());
        var later = counting.count(then, obstacle.until(), List.<Term>of(listed.then()), Trail.NONE);
        return later.instant().isAfter(end.instant()) ? later : end;
    }
}
