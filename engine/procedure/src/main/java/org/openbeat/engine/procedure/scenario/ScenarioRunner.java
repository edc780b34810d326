package org.openbeat.engine.procedure.scenario;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.CaseEvent;
import org.openbeat.engine.procedure.CaseState;
import org.openbeat.engine.procedure.Decision;
import org.openbeat.engine.procedure.Procedure;
import org.openbeat.engine.procedure.Refusal;
import org.openbeat.engine.procedure.VersionChoice;
import org.openbeat.engine.procedure.pack.clock.ClockId;
import org.openbeat.engine.procedure.pack.clock.ClockRule;

/** Plays a scenario through the engine. */
public final class ScenarioRunner {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TO_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Procedure procedure;
    private final List<CaseEvent> history = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<Target> touched = new HashSet<>();
    private CaseState state;

    private ScenarioRunner(Procedure procedure, Scenario scenario) {
        this.procedure = procedure;
        var pack = procedure.pack();
        var version = pack.version();
        var day = scenario.opened().atZone(pack.zone()).toLocalDate();
        if (!version.covers(day)) {
            failures.add(scenario.mark() + ": the pack is not in force on " + day);
        }
        var choice =
                new VersionChoice(pack.id(), version.by(), day, version.basis().text());
        var opened = procedure.open(choice, scenario.opened());
        this.state = opened.state();
        history.addAll(opened.events());
    }

    public static ScenarioResult run(Procedure procedure, Scenario scenario) {
        var runner = new ScenarioRunner(procedure, scenario);
        scenario.lines().forEach(runner::line);
        return new ScenarioResult(scenario, runner.failures, runner.touched);
    }

    private void line(Scenario.Line line) {
        switch (line) {
            case Scenario.Try tried ->
                decided(
                        procedure.decide(state, tried.command()),
                        tried.refused(),
                        tried.expected(),
                        tried.command().step().value(),
                        line);
            case Scenario.Correction correction ->
                decided(
                        procedure.decide(history, correction.command()),
                        correction.refused(),
                        correction.expected(),
                        "the correction",
                        line);
            case Scenario.Look look -> expect(look.expected(), List.of(), line);
        }
    }

    private void decided(
            Decision decision, @Nullable String refused, Scenario.Expected expected, String what, Scenario.Line line) {
        switch (decision) {
            case Decision.Refused no -> refused(no.refusal(), refused, what, line);
            case Decision.Accepted yes -> {
                if (refused != null) {
                    fail(line, what + " was to be refused by " + refused + " and was taken");
                }
                history.addAll(yes.events());
                state = yes.state();
                yes.events().forEach(this::touch);
                expect(expected, yes.events(), line);
            }
        }
    }

    private void refused(Refusal refusal, @Nullable String expected, String what, Scenario.Line line) {
        var said = refusal.rule() + ", " + refusal.basis().text() + ": "
                + refusal.text().english();
        touched.add(Coverage.refusal(refusal.kind(), refusal.rule()));
        if (expected == null) {
            fail(line, what + " was refused by " + said);
        } else if (!refusal.rule().equals(expected) && !refusal.basis().text().contains(expected)) {
            fail(line, what + " was to be refused by " + expected + " and was by " + said);
        }
    }

    private void touch(CaseEvent event) {
        switch (event) {
            case CaseEvent.StepTaken taken ->
                touch(Target.Kind.STEP, taken.step().value());
            case CaseEvent.ClockStarted started -> {
                touch(Target.Kind.CLOCK, started.clock().value());
                var limit = rule(started.clock()).limits().get(started.limit());
                touch(Target.Kind.LIMIT, started.clock() + " " + limit.span());
            }
            case CaseEvent.ClockResumed resumed -> {
                var ground = state.clock(resumed.clock()).pauses().getLast().ground();
                var name = rule(resumed.clock()).suspensions().get(ground).ground();
                touch(Target.Kind.GROUND, resumed.clock() + "." + name);
            }
            case CaseEvent.ClockExtended extended -> {
                var name = rule(extended.clock())
                        .extensions()
                        .get(extended.extension())
                        .name();
                touch(Target.Kind.EXTENSION, extended.clock() + "." + name);
            }
            default -> {} // The others are seen by what they do.
        }
    }

    private ClockRule rule(ClockId clock) {
        return Objects.requireNonNull(procedure.pack().clocks().get(clock));
    }

    private void touch(Target.Kind kind, String name) {
        touched.add(new Target(kind, name));
    }

    private void expect(Scenario.Expected expected, List<CaseEvent> events, Scenario.Line line) {
        expected.due().forEach((clock, due) -> {
            if (!due(clock).equals(due)) {
                fail(line, clock + " was to end " + due + " and ends " + due(clock));
            }
        });
        var breached = events.stream()
                .filter(CaseEvent.BreachRecorded.class::isInstance)
                .map(event -> ((CaseEvent.BreachRecorded) event).clock())
                .collect(Collectors.toSet());
        if (!(line instanceof Scenario.Look) && !breached.equals(Set.copyOf(expected.breach()))) {
            fail(line, "the breaches were to be of " + expected.breach() + " and are of " + breached);
        }
        if (line instanceof Scenario.Look || !expected.release().isEmpty()) {
            same(line, "to be released", expected.release(), state.releaseNow(line.at()));
        }
        expected.running().stream()
                .filter(clock -> !state.clock(clock).isOpen())
                .forEach(clock -> fail(line, clock + " was to run and does not"));
        expected.ended().stream()
                .filter(clock -> state.clock(clock).isOpen())
                .forEach(clock -> fail(line, clock + " was to be over and runs"));
        options(expected, line);
    }

    private void options(Scenario.Expected expected, Scenario.Line line) {
        for (var option : procedure.options(state, line.at())) {
            var refusal = option.refusal();
            var id = option.step().id();
            if (expected.may().contains(id) && refusal != null) {
                fail(line, id + " was to be open and is refused by " + refusal.rule());
            }
            var article = expected.mayNot().get(id);
            if (article != null && (refusal == null || !refusal.basis().text().contains(article))) {
                fail(
                        line,
                        id + " was to be refused by " + article + " and is "
                                + (refusal == null
                                        ? "open"
                                        : "refused by " + refusal.basis().text()));
            }
        }
    }

    private void same(Scenario.Line line, String what, List<ClockId> expected, List<ClockId> found) {
        if (!Set.copyOf(expected).equals(Set.copyOf(found))) {
            fail(line, "by " + expected + " somebody was " + what + "; it is by " + found);
        }
    }

    /** A clock in days shows its last day; others the moment. */
    private String due(ClockId id) {
        var clock = state.clock(id);
        if (clock.runs() == 0) {
            return "never";
        }
        var end = clock.deadline().end().atZone(procedure.pack().zone());
        if (!clock.deadline().inclusive()) {
            return end.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? end.toLocalDate().minusDays(1).toString()
                    : TIME.format(end);
        }
        return (end.getSecond() == 0 ? TIME : TO_SECOND).format(end);
    }

    private void fail(Scenario.Line line, String text) {
        failures.add(line.mark() + ": " + text);
    }
}
