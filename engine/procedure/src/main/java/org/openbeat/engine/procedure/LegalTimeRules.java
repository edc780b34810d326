package org.openbeat.engine.procedure;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.openbeat.engine.legaltime.calendar.Holiday;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.calendar.YearTable;
import org.openbeat.engine.legaltime.rule.Authority;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Ground;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.RuleId;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;
import org.openbeat.engine.procedure.pack.Basis;
import org.openbeat.engine.procedure.pack.CalendarTable;
import org.openbeat.engine.procedure.pack.clock.ClockRule;
import org.openbeat.engine.procedure.pack.clock.Extension;
import org.openbeat.engine.procedure.pack.clock.Limit;
import org.openbeat.engine.procedure.pack.clock.Span;
import org.openbeat.engine.procedure.pack.clock.Suspension;

/** Says the clocks and calendars of a pack in the words of legal time. */
final class LegalTimeRules {
    /** The event that every clock starts with: its run begins there. */
    static final String START = "start";

    private LegalTimeRules() {}

    static RuleId id(ClockRule rule) {
        return new RuleId(rule.id().value());
    }

    static org.openbeat.engine.legaltime.rule.ClockRule rule(ClockRule rule, Limit limit, Span span) {
        var reading = reading(rule, span, source(limit.basis()), limit.basis().note());
        var name = rule.id().value();
        var said = rule.liberty()
                ? org.openbeat.engine.legaltime.rule.ClockRule.ofLiberty(name, START, reading)
                : org.openbeat.engine.legaltime.rule.ClockRule.of(name, START, reading);
        for (var suspension : rule.suspensions()) {
            said = said.suspendedBy(ground(suspension));
        }
        for (var extension : rule.extensions()) {
            said = said.extendedBy(extension(rule, extension));
        }
        return said;
    }

    private static Reading reading(ClockRule rule, Span span, Source source, String note) {
        var term = term(rule, span);
        if (term.isElapsed()) {
            return Reading.fromTheMoment(term, source).noted(note);
        }
        var reading = rule.firstDay() == ClockRule.FirstDay.NOT_COUNTED
                ? Reading.after(term, source)
                : Reading.beginningWith(term, source);
        return (rule.rolls() ? reading.rolling() : reading).noted(note);
    }

    private static Term term(ClockRule rule, Span span) {
        var length = Math.toIntExact(span.length());
        return switch (span.unit()) {
            case MINUTES -> Term.elapsed(Duration.ofMinutes(length));
            case HOURS -> Term.hours(length);
            case DAYS -> Term.calendarDays(length);
            case WORKING_DAYS -> Term.workingDays(length);
            case MONTHS -> months(rule, length);
            case YEARS -> months(rule, Math.multiplyExact(length, 12));
        };
    }

    private static Term months(ClockRule rule, int months) {
        return rule.monthEnd() == ClockRule.MonthEnd.LAST_DAY ? Term.monthsByTheirEnds(months) : Term.months(months);
    }

    private static Ground ground(Suspension suspension) {
        var days = suspension.days() == Suspension.Days.FIRST_AND_LAST
                ? Ground.Days.FIRST_AND_LAST
                : Ground.Days.AFTER_THE_FIRST;
        return Ground.of(suspension.ground(), days, source(suspension.basis()));
    }

    private static ExtensionRule extension(ClockRule rule, Extension extension) {
        var by = new Authority(extension.by().value());
        var term = term(rule, extension.span());
        var source = source(extension.basis());
        return (extension.total()
                        ? ExtensionRule.inAll(extension.name(), by, term, source)
                        : ExtensionRule.adding(extension.name(), by, term, source))
                .times(extension.atMost());
    }

    static Source source(Basis basis) {
        var first = basis.citations().isEmpty() ? null : basis.citations().get(0);
        if (first == null) {
            return Source.unverified("-", "");
        }
        var text = basis.text();
        var article = text.substring(first.source().length()).strip();
        return switch (basis.verified()) {
            case YES -> Source.read(first.source(), article);
            case PART -> Source.part(first.source(), article);
            case NO -> Source.unverified(first.source(), article);
        };
    }

    /** For clocks that ask no calendar: every day counts. */
    static LegalCalendar noCalendar() {
        return LegalCalendar.of("every-day", EnumSet.noneOf(DayOfWeek.class), Source.read("-", ""));
    }

    static LegalCalendar calendar(CalendarTable table) {
        var source = source(table.basis());
        var calendar = LegalCalendar.of(table.name(), table.rest(), source);
        for (var year : table.years()) {
            var worked = new TreeSet<LocalDate>();
            table.worked().stream().filter(day -> day.getYear() == year).forEach(worked::add);
            calendar = calendar.withTable(new YearTable(year, holidays(table, year), worked, source));
        }
        return calendar;
    }

    private static List<Holiday> holidays(CalendarTable table, int year) {
        var holidays = new ArrayList<Holiday>();
        table.off().forEach((day, name) -> {
            if (day.getYear() == year) {
                holidays.add(new Holiday(day, day, name));
            }
        });
        return holidays;
    }
}
