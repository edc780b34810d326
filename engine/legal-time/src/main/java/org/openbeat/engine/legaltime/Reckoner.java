package org.openbeat.engine.legaltime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Event;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Selection;

/**
 * Reckons clocks: a pure function of a rule, of what happened and of a calendar. Any number of threads may use it.
 *
 * <p>{@code asOf} is needed for what still lasts: a suspension without an end counts up to it. Facts after it are facts
 * all the same.
 */
public final class Reckoner {
    private final Jurisdiction jurisdiction;
    private final LegalCalendar calendar;

    /**
     * A reckoner for one place.
     *
     * @param jurisdiction whose zone days are counted in
     * @param calendar of the place or of the court
     */
    public Reckoner(Jurisdiction jurisdiction, LegalCalendar calendar) {
        this.jurisdiction = jurisdiction;
        this.calendar = calendar;
    }

    public Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    public LegalCalendar calendar() {
        return calendar;
    }

    /** When a clock ends and why, or why it has not started. */
    public Reckoning reckon(ClockRule rule, ClockFacts facts, Instant asOf) {
        return reckon(rule, facts, asOf, Trail.kept());
    }

    /** The same by a rule that was chosen from versions of the law; the choice is the first step of the derivation. */
    public Reckoning reckon(Selection<ClockRule> chosen, ClockFacts facts, Instant asOf) {
        var trail = Trail.kept();
        trail.add(() -> new Step.VersionChosen(chosen.version(), chosen.date(), chosen.criterion()));
        return reckon(chosen.value(), facts, asOf, trail);
    }

    /** Several clocks of one case or detention, each with its own origin, from the same facts. */
    public List<Reckoning> reckonAll(List<ClockRule> rules, ClockFacts facts, Instant asOf) {
        return rules.stream().map(rule -> reckon(rule, facts, asOf)).toList();
    }

    /** Only when a clock ends, without the why: for many at once. Empty if it has not started. */
    public Optional<Instant> findEnd(ClockRule rule, ClockFacts facts, Instant asOf) {
        return findEnding(rule, facts, asOf).map(Ending::instant);
    }

    /** The same with whether the instant itself is inside, the last day, and whether a later table may move it. */
    public Optional<Ending> findEnding(ClockRule rule, ClockFacts facts, Instant asOf) {
        var start = facts.find(rule.start());
        if (start.isEmpty() || CourseEnd.verified(rule).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ClockRun(jurisdiction, calendar, rule, facts, start.get(), asOf, Trail.NONE).end());
    }

    private Reckoning reckon(ClockRule rule, ClockFacts facts, Instant asOf, Trail trail) {
        var sources = rule.readings().stream().map(Reading::source).toList();
        if (CourseEnd.verified(rule).isEmpty()) {
            return new NotStarted(rule.id(), NotStarted.Why.UNVERIFIED, rule.start(), sources);
        }
        var start = facts.find(rule.start());
        if (start.isEmpty()) {
            return new NotStarted(rule.id(), NotStarted.Why.NO_EVENT, rule.start(), sources);
        }
        tellStart(start.get(), trail);
        var run = new ClockRun(jurisdiction, calendar, rule, facts, start.get(), asOf, trail);
        var end = run.end();
        trail.add(() -> new Step.Ended(end));
        return deadline(rule, run, end, trail);
    }

    private Deadline deadline(ClockRule rule, ClockRun run, Ending end, Trail trail) {
        var course = run.course();
        return new Deadline(
                rule.id(),
                jurisdiction.zone(),
                course.origin(),
                end.instant(),
                end.included(),
                end.lastDay(),
                end.provisional(),
                course.open(),
                run.isSuspended(end),
                rule.liberty(),
                rule.expiry(),
                course.before(),
                rule.postingCounts(),
                new Derivation(rule.id(), jurisdiction.zone(), trail.steps()));
    }

    private static void tellStart(Event start, Trail trail) {
        trail.add(() -> new Step.Started(start.name(), start.effective()));
        var time = start.at();
        for (var correction : start.corrections()) {
            var before = time;
            if (Event.isLawful(correction, before)) {
                time = correction.at();
                trail.add(() -> new Step.Corrected(before, correction.at(), correction.author(), correction.reason()));
            } else {
                trail.add(() -> new Step.CorrectionRefused(before, correction.at(), correction.author()));
            }
        }
    }
}
