package org.openbeat.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openbeat.engine.legaltime.Jurisdiction;
import org.openbeat.engine.legaltime.Reckoner;
import org.openbeat.engine.legaltime.calendar.Closing;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.calendar.ShippedCalendars;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.recalculation.Recalculation;
import org.openbeat.engine.legaltime.recalculation.RunningClock;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

/**
 * How fast a million clocks in working days are reckoned on one core, beside the calendar days of java.time, which know
 * no holiday: what the law costs over bare arithmetic.
 */
final class ClockFigures {
    private static final int CLOCKS = 1_000_000;
    private static final int ROUNDS = 9;
    private static final int DAYS = 20;
    private static final ZoneId ZONE = Jurisdiction.CHINA.zone();
    private static final Source SOURCE = Source.read("GIR19", "art 33");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private ClockFigures() {}

    static List<Figure> measure(PrintStream out) throws Exception {
        var figures = new ArrayList<Figure>();
        figures.add(workingDays(out));
        figures.add(recalculation(out));
        return figures;
    }

    /** The n-th working day after each of a million days. */
    private static Figure workingDays(PrintStream out) throws Exception {
        var calendar = ShippedCalendars.china();
        var starts = IntStream.range(0, CLOCKS)
                .mapToObj(clock -> FIRST.plusDays(clock % 330))
                .toArray(LocalDate[]::new);
        var result = Paired.run(
                ROUNDS,
                () -> rate(() -> sumOfWorkingDays(calendar, starts)),
                () -> rate(() -> sumOfCalendarDays(starts)));
        out.println(result.line("working days found", "million/s"));
        return Figure.atLeast("clocks-working-days-vs-calendar-days", result.ratio(), 0.2);
    }

    private static long sumOfWorkingDays(LegalCalendar calendar, LocalDate[] starts) {
        long sum = 0;
        for (var start : starts) {
            sum += calendar.plusWorkingDays(start, DAYS).getDayOfMonth();
        }
        return sum;
    }

    private static long sumOfCalendarDays(LocalDate[] starts) {
        long sum = 0;
        for (var start : starts) {
            sum += start.plusDays(DAYS).getDayOfMonth();
        }
        return sum;
    }

    /** A day is closed: which of a million running clocks end otherwise now, each of those with its derivation. */
    private static Figure recalculation(PrintStream out) throws Exception {
        var rule = ClockRule.of("request", "received", Reading.after(Term.workingDays(DAYS), SOURCE));
        var before = new Reckoner(Jurisdiction.CHINA, ShippedCalendars.china());
        var clocks = IntStream.range(0, CLOCKS)
                .mapToObj(clock -> running(clock, rule, before))
                .toList();
        var closed = new Closing(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 16), "flood", SOURCE);
        var after = new Reckoner(Jurisdiction.CHINA, before.calendar().withClosing(closed));
        var recalculation = new Recalculation(before, after, start(0));
        var changed = recalculation.changed(clocks.stream()).size();
        var result = Paired.run(
                ROUNDS,
                () -> rate(() -> recalculation.changed(clocks.stream()).size()),
                () -> rate(() -> changedByCalendarDays(clocks)));
        out.println(result.line("running clocks reckoned anew (" + changed + " changed)", "million/s"));
        return Figure.atLeast("clocks-reckoned-anew-vs-calendar-days", result.ratio(), 0.1);
    }

    private static RunningClock<Integer> running(int clock, ClockRule rule, Reckoner reckoner) {
        var facts = ClockFacts.startedBy("received", start(clock));
        return new RunningClock<>(
                clock, rule, facts, reckoner.findEnd(rule, facts, start(clock)).orElseThrow());
    }

    /** From January to November, as cases come in. */
    private static Instant start(int clock) {
        return FIRST.plusDays(clock % 330)
                .atStartOfDay(ZONE)
                .plusSeconds(30_000 + clock % 20_000)
                .toInstant();
    }

    /** The peer does what a program without a calendar does: so many days later, at the midnight that ends the day. */
    private static long changedByCalendarDays(List<RunningClock<Integer>> clocks) {
        return clocks.stream()
                .filter(clock -> {
                    var received = clock.facts()
                            .find(clock.rule().start())
                            .orElseThrow()
                            .effective();
                    var last = LocalDate.ofInstant(received, ZONE).plusDays(DAYS);
                    return !last.plusDays(1).atStartOfDay(ZONE).toInstant().equals(clock.end());
                })
                .count();
    }

    /** Millions a second; the sum keeps the work from being left out. */
    private static double rate(java.util.function.LongSupplier work) {
        long began = System.nanoTime();
        if (work.getAsLong() == Long.MIN_VALUE) {
            throw new IllegalStateException("no work was done");
        }
        return CLOCKS / 1e6 / ((System.nanoTime() - began) / 1e9);
    }
}
