package org.openbeat.engine.legaltime;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Term;

/** Whether an extension that was granted stands. */
final class ExtensionCheck {
    private final ClockRule clock;
    private final ClockFacts facts;
    private final Jurisdiction jurisdiction;

    ExtensionCheck(ClockRule clock, ClockFacts facts, Jurisdiction jurisdiction) {
        this.clock = clock;
        this.facts = facts;
        this.jurisdiction = jurisdiction;
    }

    /**
     * Why it is void; null if it stands.
     *
     * @param end where the clock ended before
     */
    @Nullable
    VoidReason whyVoid(ExtensionRule rule, Extension extension, Instant decided, Course course, Ending end) {
        var formal = whyFormallyVoid(rule, extension, course);
        return formal == null ? whyUntimely(rule, extension, decided, course, end) : formal;
    }

    private @Nullable VoidReason whyFormallyVoid(ExtensionRule rule, Extension extension, Course course) {
        if (!rule.source().isVerified()) {
            return VoidReason.UNVERIFIED;
        }
        if (!rule.by().contains(extension.by().office())) {
            return VoidReason.WRONG_AUTHORITY;
        }
        if (clock.liberty() && facts.investigators().contains(extension.by().person())) {
            return VoidReason.BY_INVESTIGATOR;
        }
        if (extension.reasons().isBlank()) {
            return VoidReason.NO_REASONS;
        }
        if (rule.mustHear() && !extension.heard()) {
            return VoidReason.NOT_HEARD;
        }
        if (rule.after() != null && course.timesGranted(rule.after()) == 0) {
            return VoidReason.RUNG_MISSING;
        }
        if (course.timesGranted(rule.id()) >= rule.times()) {
            return VoidReason.TOO_OFTEN;
        }
        return isWithin(extension.amount(), rule.amount()) ? null : VoidReason.WRONG_AMOUNT;
    }

    private @Nullable VoidReason whyUntimely(
            ExtensionRule rule, Extension extension, Instant decided, Course course, Ending end) {
        if (decided.isBefore(course.origin())) {
            return VoidReason.TOO_EARLY;
        }
        if (rule.notBefore() != null) {
            var event = facts.find(rule.notBefore());
            if (event.isEmpty() || decided.isBefore(event.get().effective())) {
                return VoidReason.TOO_EARLY;
            }
        }
        var requested = extension.requestedAt();
        boolean couldNotSit =
                extension.couldNotSit() && !decided.isAfter(end.instant().plus(rule.grace()));
        if (requested != null && !end.holds(requested) && !couldNotSit) {
            return VoidReason.REQUESTED_TOO_LATE;
        }
        boolean stayedOpen =
                rule.pending() == ExtensionRule.Pending.STAYS_OPEN && requested != null && end.holds(requested);
        return end.holds(decided) || stayedOpen || couldNotSit ? null : VoidReason.DECIDED_TOO_LATE;
    }

    /** Whether it was asked for later than the rule says; a breach that does not make it void. */
    boolean isAskedLate(ExtensionRule rule, Extension extension, Ending end) {
        var requested = extension.requestedAt();
        if (rule.lead() == null || requested == null) {
            return false;
        }
        return switch (rule.lead()) {
            case Term.Elapsed hours -> requested.isAfter(end.instant().minus(hours.length()));
            case Term.CalendarDays days -> isAfter(requested, lastDay(end).minusDays(days.days()));
            case Term.Months months -> isAfter(requested, lastDay(end).minusMonths(months.months()));
            case Term.WorkingDays days -> throw new IllegalStateException("No rule has such a lead: " + days);
        };
    }

    private boolean isAfter(Instant requested, LocalDate latest) {
        return jurisdiction.dateOf(requested).isAfter(latest);
    }

    private LocalDate lastDay(Ending end) {
        return end.lastDay() == null ? jurisdiction.dateOf(end.instant()) : end.lastDay();
    }

    /** Whether an amount is of the kind that the rule gives, and no more. */
    private static boolean isWithin(@Nullable Term amount, Term most) {
        if (amount == null) {
            return true;
        }
        return switch (amount) {
            case Term.Elapsed hours ->
                most instanceof Term.Elapsed all && hours.length().compareTo(all.length()) <= 0;
            case Term.CalendarDays days -> most instanceof Term.CalendarDays all && days.days() <= all.days();
            case Term.WorkingDays days -> most instanceof Term.WorkingDays all && days.days() <= all.days();
            case Term.Months months -> most instanceof Term.Months all && months.months() <= all.months();
        };
    }
}
