package org.openbeat.engine.procedure.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.clock.ClockId;
import org.openbeat.engine.procedure.pack.clock.ClockRule;
import org.openbeat.engine.procedure.pack.clock.Extension;
import org.openbeat.engine.procedure.pack.clock.Limit;
import org.openbeat.engine.procedure.pack.clock.Span;
import org.openbeat.engine.procedure.pack.clock.Suspension;

/** Reads one clock. */
final class ClockReader {
    private final BasisReader basis;
    private final Names names;

    ClockReader(BasisReader basis, Names names) {
        this.basis = basis;
        this.names = names;
    }

    ClockRule read(String id, YamlValue value) {
        var fields = value.fields("a clock");
        var liberty = fields.yes("liberty");
        var clock = new ClockRule(
                new ClockId(id),
                fields.local("title"),
                liberty,
                names.steps(fields, "starts"),
                fields.find("from").map(names::step).orElse(null),
                fields.find("only-if").map(names::condition).orElse(null),
                names.steps(fields, "ends"),
                limits(fields),
                fields.find("first-day")
                        .map(day -> day.word(ClockRule.FirstDay.class))
                        .orElse(ClockRule.FirstDay.NOT_COUNTED),
                fields.find("month-end")
                        .map(end -> end.word(ClockRule.MonthEnd.class))
                        .orElse(ClockRule.MonthEnd.SAME_NUMBER),
                fields.yes("rolls"),
                fields.find("calendar").map(YamlValue::text).orElse(null),
                fields.find("late").map(late -> late.word(ClockRule.Late.class)).orElse(ClockRule.Late.BREACH),
                fields.find("expiry")
                        .map(expiry -> expiry.word(ClockRule.Expiry.class))
                        .orElse(liberty ? ClockRule.Expiry.RELEASE : ClockRule.Expiry.OVERDUE),
                suspensions(fields),
                extensions(fields),
                basis.read(fields));
        fields.done();
        return clock;
    }

    private List<Limit> limits(Fields fields) {
        var limits = new ArrayList<Limit>();
        for (var item : fields.items("limit")) {
            limits.add(limit(item, fields));
        }
        if (limits.isEmpty()) {
            fields.owner().problem("a clock needs limit");
        }
        return limits;
    }

    private Limit limit(YamlValue item, Fields clock) {
        var members = item.fields("a limit");
        var span = span(members);
        var when = members.find("when").map(names::condition).orElse(null);
        var granted = members.find("granted").map(names::fact).orElse(null);
        // Of one limit the clock itself says where it comes from; each of several may say it for itself.
        var own = basis.read(members);
        var limit = new Limit(span, when, granted, own.citations().isEmpty() ? basis.read(clock) : own);
        members.done();
        return limit;
    }

    private static Span span(Fields members) {
        Span span = null;
        for (var unit : Span.Unit.values()) {
            var value = members.find(unit.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (value.isPresent()) {
                span = more(span, value.get(), unit);
            }
        }
        if (span == null) {
            members.owner().problem("expected minutes, hours, days, working-days, months or years");
            return new Span(1, Span.Unit.HOURS);
        }
        return span;
    }

    private static Span more(@Nullable Span before, YamlValue value, Span.Unit unit) {
        var length = value.number();
        if (before != null || length <= 0) {
            value.problem(before != null ? "one unit is enough" : "a limit is longer than nothing");
            return new Span(1, unit);
        }
        return new Span(length, unit);
    }

    private List<Suspension> suspensions(Fields fields) {
        var suspensions = new ArrayList<Suspension>();
        for (var item : fields.items("suspended")) {
            var members = item.fields("a suspension");
            suspensions.add(new Suspension(
                    members.text("ground"),
                    members.local("title"),
                    names.steps(members, "from"),
                    names.steps(members, "to"),
                    members.find("days")
                            .map(days -> days.word(Suspension.Days.class))
                            .orElse(Suspension.Days.AFTER_THE_FIRST),
                    basis.read(members)));
            members.done();
        }
        return suspensions;
    }

    private List<Extension> extensions(Fields fields) {
        var extensions = new ArrayList<Extension>();
        for (var item : fields.items("extended")) {
            var members = item.fields("an extension");
            var total = members.find("to").isPresent();
            extensions.add(new Extension(
                    members.text("name"),
                    members.find(total ? "to" : "by").map(ClockReader::spanOf).orElseGet(() -> spanOf(item)),
                    total,
                    names.authority(members.get("authority")),
                    members.find("at-most").map(value -> (int) value.number()).orElse(1),
                    basis.read(members)));
            members.done();
        }
        return extensions;
    }

    private static Span spanOf(YamlValue value) {
        var members = value.fields("a length");
        var span = span(members);
        members.done();
        return span;
    }
}
