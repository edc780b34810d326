package org.openbeat.engine.legaltime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Interval;
import org.openbeat.engine.legaltime.fact.Intervals;
import org.openbeat.engine.legaltime.fact.Suspension;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.Ground;

/** When one clock stands still: only on grounds that its rule lists and that somebody read. */
final class Standstill {

    /** A suspension that counts, with what is known of its end. */
    private record Listed(Ground ground, Suspension suspension, Interval interval) {}

    /** One that does not. */
    private record Refused(Suspension suspension, Interval interval, VoidReason why) {}

    private final Jurisdiction jurisdiction;
    private final List<Listed> listed = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Intervals time;
    private final DaySpans days;

    private Standstill(Jurisdiction jurisdiction, ClockRule rule, ClockFacts facts, Instant asOf) {
        this.jurisdiction = jurisdiction;
        for (var suspension : facts.suspensions()) {
            sort(rule, suspension, asOf);
        }
        this.time = listed.isEmpty() ? Intervals.NONE : union();
        this.days = listed.isEmpty()
                ? DaySpans.NONE
                : DaySpans.of(
                        listed.stream().flatMap(one -> spans(one).stream()).toList());
    }

    static Standstill of(Jurisdiction jurisdiction, ClockRule rule, ClockFacts facts, Instant asOf) {
        return new Standstill(jurisdiction, rule, facts, asOf);
    }

    Intervals time() {
        return time;
    }

    DaySpans days() {
        return days;
    }

    /** Whether the clock stands still now and nobody knows until when. */
    boolean lasts(Instant end) {
        return listed.stream()
                .anyMatch(one -> one.suspension().to() == null
                        && !one.suspension().from().isAfter(end));
    }

    /** Tells what stood still of the hours between two instants. */
    void tellHours(Trail trail, Instant from, Instant to) {
        for (var one : trail.keeps() ? listed : List.<Listed>of()) {
            var inside = counted(one).within(from, to);
            if (!inside.intervals().isEmpty()) {
                trail.add(() -> new Step.Suspended(
                        one.ground().id(),
                        one.interval(),
                        0,
                        inside.length(),
                        one.ground().source()));
            }
        }
        tellRefused(trail);
    }

    /** Tells what stood still of the days after one day, up to and including another. */
    void tellDays(Trail trail, LocalDate after, LocalDate upTo) {
        for (var one : trail.keeps() ? listed : List.<Listed>of()) {
            long out = DaySpans.of(spans(one)).days(after, upTo);
            if (out > 0) {
                trail.add(() -> new Step.Suspended(
                        one.ground().id(),
                        one.interval(),
                        out,
                        java.time.Duration.ZERO,
                        one.ground().source()));
            }
        }
        tellRefused(trail);
    }

    private void tellRefused(Trail trail) {
        for (var one : refused) {
            trail.add(() -> new Step.SuspensionRefused(one.suspension().ground(), one.interval(), one.why()));
        }
    }

    private void sort(ClockRule rule, Suspension suspension, Instant asOf) {
        var until = suspension.to() == null ? later(suspension.from(), asOf) : suspension.to();
        var interval = new Interval(suspension.from(), until);
        var ground = rule.findGround(suspension.ground());
        if (ground.isEmpty()) {
            refused.add(new Refused(suspension, interval, VoidReason.NOT_LISTED));
        } else if (!ground.get().source().isVerified()) {
            refused.add(new Refused(suspension, interval, VoidReason.UNVERIFIED));
        } else {
            listed.add(new Listed(ground.get(), suspension, interval));
        }
    }

    private Intervals union() {
        var all = new ArrayList<Interval>();
        listed.forEach(one -> all.addAll(counted(one).intervals()));
        return Intervals.union(all);
    }

    /** The time of a suspension, without the times within it that count all the same. */
    private static Intervals counted(Listed one) {
        return Intervals.union(List.of(one.interval())).without(one.suspension().except());
    }

    /** The days of a suspension; a day on which a part of it counts all the same is a day that counts. */
    private List<DaySpans.Span> spans(Listed one) {
        var first = jurisdiction.dateOf(one.interval().from());
        var last = jurisdiction.dateOf(one.interval().to());
        if (one.ground().days() == Ground.Days.AFTER_THE_FIRST) {
            first = first.plusDays(1);
        }
        var spans = List.of(new DaySpans.Span(first, last));
        for (var counts : one.suspension().except()) {
            spans = cut(spans, jurisdiction.dateOf(counts.from()), jurisdiction.dateOf(counts.to()));
        }
        return spans;
    }

    private static List<DaySpans.Span> cut(List<DaySpans.Span> spans, LocalDate first, LocalDate last) {
        var rest = new ArrayList<DaySpans.Span>();
        for (var span : spans) {
            rest.add(new DaySpans.Span(span.first(), earlier(span.last(), first.minusDays(1))));
            rest.add(new DaySpans.Span(later(span.first(), last.plusDays(1)), span.last()));
        }
        return rest.stream().filter(span -> !span.last().isBefore(span.first())).toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
