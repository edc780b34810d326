package org.openbeat.engine.legaltime.rule;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.source.Source;

/**
 * One rung of the ladder by which a clock may be extended: by a named authority, with reasons, before the clock has run
 * out. What does not keep to it is void and shown as void.
 *
 * @param id its name, unique in its rule
 * @param by who may decide
 * @param amount how long at most
 * @param measure what the amount is measured from
 * @param times how often at most
 * @param after the extension that must stand before this one; null for the first rung
 * @param notBefore an event that must have happened before the decision (PACE s.42(4): the second review); null: none
 * @param lead how long before the end it must be asked for; asking later is a breach but may still be decided
 * @param pending what becomes of the clock when it was asked for in time and is not decided at the end
 * @param grace how long after the end it may still be decided when the authority could not sit; zero for never
 * @param mustHear whether the person must have been heard
 * @param source the article
 */
public record ExtensionRule(
        ExtensionId id,
        Set<Authority> by,
        Term amount,
        Measure measure,
        int times,
        @Nullable ExtensionId after,
        @Nullable EventName notBefore,
        @Nullable Term lead,
        Pending pending,
        Duration grace,
        boolean mustHear,
        Source source) {

    /** What the amount of an extension is measured from. */
    public enum Measure {
        /** It is added to the period. */
        ADDED,
        /** It is the whole period from the start. */
        IN_ALL,
        /** It runs from the decision, and what was left before is gone (PACE s.43 warrants). */
        FROM_DECISION
    }

    /** What becomes of a clock when an extension was asked for in time and is not decided at its end. */
    public enum Pending {
        /** It has run out. */
        RUNS_OUT,
        /** It stays open until the decision (PACE s.47ZJ). */
        STAYS_OPEN
    }

    public ExtensionRule {
        by = Set.copyOf(by);
        if (by.isEmpty() || times < 1 || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "The extension %s needs an authority, a number of times and no negative grace.".formatted(id));
        }
        if (lead instanceof Term.WorkingDays) {
            throw new IllegalArgumentException(
                    "How long before the end %s is asked for is said in calendar days or hours.".formatted(id));
        }
    }

    /** Once, added to the period, decided before the end. */
    public static ExtensionRule adding(String id, Authority by, Term amount, Source source) {
        return of(id, by, amount, Measure.ADDED, source);
    }

    /** Once, to this whole period from the start, decided before the end. */
    public static ExtensionRule inAll(String id, Authority by, Term amount, Source source) {
        return of(id, by, amount, Measure.IN_ALL, source);
    }

    /** Once, this long from the decision, decided before the end. */
    public static ExtensionRule fromDecision(String id, Authority by, Term amount, Source source) {
        return of(id, by, amount, Measure.FROM_DECISION, source);
    }

    private static ExtensionRule of(String id, Authority by, Term amount, Measure measure, Source source) {
        return new ExtensionRule(
                new ExtensionId(id),
                Set.of(by),
                amount,
                measure,
                1,
                null,
                null,
                null,
                Pending.RUNS_OUT,
                Duration.ZERO,
                false,
                source);
    }

    public ExtensionRule times(int atMost) {
        return new ExtensionRule(
                id, by, amount, measure, atMost, after, notBefore, lead, pending, grace, mustHear, source);
    }

    /** Only when another extension of the same clock stands. */
    public ExtensionRule after(String other) {
        return new ExtensionRule(
                id,
                by,
                amount,
                measure,
                times,
                new ExtensionId(other),
                notBefore,
                lead,
                pending,
                grace,
                mustHear,
                source);
    }

    /** Only once this event has happened. */
    public ExtensionRule notBefore(EventName event) {
        return new ExtensionRule(id, by, amount, measure, times, after, event, lead, pending, grace, mustHear, source);
    }

    /** To be asked for so long before the end. */
    public ExtensionRule askedBefore(Term newLead) {
        return new ExtensionRule(
                id, by, amount, measure, times, after, notBefore, newLead, pending, grace, mustHear, source);
    }

    /** Asked for in time, the clock stays open until it is decided. */
    public ExtensionRule stayingOpen() {
        return new ExtensionRule(
                id, by, amount, measure, times, after, notBefore, lead, Pending.STAYS_OPEN, grace, mustHear, source);
    }

    /** Decided so long after the end at the latest, when the authority could not sit at the end. */
    public ExtensionRule withGrace(Duration newGrace) {
        return new ExtensionRule(
                id, by, amount, measure, times, after, notBefore, lead, pending, newGrace, mustHear, source);
    }

    /** Void unless the person was heard. */
    public ExtensionRule afterHearing() {
        return new ExtensionRule(id, by, amount, measure, times, after, notBefore, lead, pending, grace, true, source);
    }
}
