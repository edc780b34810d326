package org.openbeat.engine.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.engine.legaltime.Explanation;
import org.openbeat.engine.legaltime.Jurisdiction;
import org.openbeat.engine.legaltime.Reckoner;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.fact.Official;
import org.openbeat.engine.legaltime.fact.Suspension;
import org.openbeat.engine.legaltime.rule.Authority;
import org.openbeat.engine.legaltime.rule.EventName;
import org.openbeat.engine.legaltime.rule.ExtensionId;
import org.openbeat.engine.legaltime.rule.GroundId;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.LocalText;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.clock.ClockRule;
import org.openbeat.engine.procedure.pack.clock.ClockRule.FirstDay;

/** Asks legal time when the clocks of a pack end. */
final class LegalTimeDeadlines implements Deadlines {
    private final Pack pack;
    private final List<ClockRule> rules;
    /** A reckoner for each clock: with its own calendar. */
    private final List<Reckoner> reckoners = new ArrayList<>();
    /** Rules with the limits as they stand, by clock and limit; a shorter length that was granted is made when asked. */
    private final List<List<org.openbeat.engine.legaltime.rule.ClockRule>> limits = new ArrayList<>();

    LegalTimeDeadlines(Pack pack) {
        this.pack = pack;
        this.rules = List.copyOf(pack.clocks().values());
        var jurisdiction = new Jurisdiction(pack.id().value(), pack.zone());
        var calendars = new HashMap<String, LegalCalendar>();
        pack.calendars().forEach((name, table) -> calendars.put(name, LegalTimeRules.calendar(table)));
        for (var rule : rules) {
            var calendar = rule.calendar() == null ? null : calendars.get(rule.calendar());
            reckoners.add(new Reckoner(jurisdiction, calendar == null ? LegalTimeRules.noCalendar() : calendar));
            limits.add(rule.limits().stream()
                    .map(limit -> LegalTimeRules.rule(rule, limit, limit.span()))
                    .toList());
        }
    }

    @Override
    public Deadline of(int clock, Run run) {
        var end = reckoners
                .get(clock)
                .findEnd(rule(clock, run), facts(clock, run), run.start())
                .orElseThrow(() -> new IllegalStateException(
                        rules.get(clock).id() + " can't be reckoned: what it rests on is not verified"));
        return new Deadline(end, run.span().unit().isElapsed());
    }

    @Override
    public List<String> why(int clock, Run run, Locale language) {
        var deadline = reckoners
                .get(clock)
                .reckon(rule(clock, run), facts(clock, run), run.start())
                .deadline();
        var named = names(rules.get(clock), language);
        return Explanation.in(language)
                .naming(id -> named.getOrDefault(id.toString(), id.toString()))
                .of(deadline.derivation());
    }

    private org.openbeat.engine.legaltime.rule.ClockRule rule(int clock, Run run) {
        var rule = rules.get(clock);
        var limit = rule.limits().get(run.limit());
        return limit.span().equals(run.span())
                ? limits.get(clock).get(run.limit())
                : LegalTimeRules.rule(rule, limit, run.span());
    }

    private ClockFacts facts(int clock, Run run) {
        var rule = rules.get(clock);
        var facts = ClockFacts.startedBy(LegalTimeRules.START, start(rule, run));
        for (var pause : run.pauses()) {
            var until = pause.until();
            if (until != null) {
                facts = facts.with(new Suspension(
                        new GroundId(rule.suspensions().get(pause.ground()).ground()), pause.from(), until, List.of()));
            }
        }
        for (var granted : run.extensions()) {
            facts = facts.with(extension(rule, granted));
        }
        return facts;
    }

    /** The instant from which the law counts: of the day after the act where it says so. */
    private Instant start(ClockRule rule, Run run) {
        if (rule.firstDay() != FirstDay.NEXT_DAY || run.span().unit().isElapsed()) {
            return run.start();
        }
        return run.start()
                .atZone(pack.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(pack.zone())
                .toInstant();
    }

    private static Extension extension(ClockRule rule, ClockState.Granted granted) {
        var extension = rule.extensions().get(granted.extension());
        return new Extension(
                LegalTimeRules.id(rule),
                new ExtensionId(extension.name()),
                new Official(granted.by().value(), new Authority(extension.by().value())),
                null,
                granted.at(),
                true,
                null,
                "on the file",
                true,
                false);
    }

    private Map<String, String> names(ClockRule rule, Locale language) {
        var tag = language.getLanguage();
        var names = new HashMap<String, String>();
        names.put(new EventName(LegalTimeRules.START).toString(), rule.title().in(tag));
        rule.suspensions().forEach(item -> names.put(item.ground(), item.title().in(tag)));
        rule.extensions()
                .forEach(item -> names.put(item.name(), title(item.by()).in(tag)));
        pack.authorities()
                .values()
                .forEach(item -> names.put(item.id().value(), item.title().in(tag)));
        return names;
    }

    private LocalText title(AuthorityId id) {
        var authority = pack.authorities().get(id);
        return authority == null ? new LocalText(Map.of("en", id.value())) : authority.title();
    }
}
