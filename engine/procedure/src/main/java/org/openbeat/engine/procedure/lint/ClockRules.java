package org.openbeat.engine.procedure.lint;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Basis;
import org.openbeat.engine.procedure.pack.Condition;
import org.openbeat.engine.procedure.pack.Effect;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Step;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.Verified;
import org.openbeat.engine.procedure.pack.clock.ClockRule;
import org.openbeat.engine.procedure.pack.clock.Extension;
import org.openbeat.engine.procedure.pack.clock.Limit;
import org.openbeat.engine.procedure.pack.clock.Span;

/** Clocks: begun and ended by steps that can be taken, read in the law, and closed where liberty is at stake. */
final class ClockRules {
    private static final Pattern FACT = Pattern.compile("facts\\.([a-z][a-z0-9_]*)");

    private final Pack pack;
    private final Findings findings;

    ClockRules(Pack pack, Findings findings) {
        this.pack = pack;
        this.findings = findings;
    }

    void check() {
        var reached = Reach.of(pack);
        for (var clock : pack.clocks().values()) {
            ends(clock, reached);
            verified(clock);
            calendar(clock);
            extensions(clock);
            if (clock.liberty()) {
                liberty(clock);
            }
        }
    }

    private void ends(ClockRule clock, Set<StepId> reached) {
        if (clock.ends().stream().noneMatch(reached::contains)) {
            add("clock-without-end", clock, "no step ends the clock " + clock.id());
        }
        if (clock.starts().stream().noneMatch(reached::contains)) {
            add("clock-without-start", clock, "no step starts the clock " + clock.id());
        }
        if (clock.limits().stream()
                .findFirst()
                .filter(limit -> limit.when() != null)
                .isPresent()) {
            add(
                    "clock-without-limit",
                    clock,
                    "the first limit of " + clock.id() + " has a condition, so none may hold");
        }
        for (var suspension : clock.suspensions()) {
            if (suspension.from().isEmpty() || suspension.to().isEmpty()) {
                add(
                        "suspension-without-end",
                        clock,
                        clock.id() + " stands still for " + suspension.ground()
                                + " without a step that begins or ends it");
            }
        }
    }

    /** A number that nobody read starts no clock and lengthens none (I9). */
    private void verified(ClockRule clock) {
        verified(clock, clock.basis(), "the clock " + clock.id());
        clock.limits()
                .forEach(limit -> verified(clock, limit.basis(), "the limit " + limit.span() + " of " + clock.id()));
        clock.suspensions().forEach(item -> verified(clock, item.basis(), "the ground " + item.ground()));
        clock.extensions().forEach(item -> verified(clock, item.basis(), "the extension " + item.name()));
    }

    private void verified(ClockRule clock, Basis basis, String what) {
        if (basis.citations().isEmpty()) {
            findings.add("clock-without-source", clock.basis().mark(), what + " has no source");
        } else if (basis.verified() != Verified.YES) {
            findings.add(
                    "unverified-clock",
                    basis.mark(),
                    what + " rests on what nobody has read in full (" + basis.text() + "): it may not start a clock");
        }
    }

    private void calendar(ClockRule clock) {
        var name = clock.calendar();
        var needed = clock.rolls()
                || clock.limits().stream().anyMatch(limit -> limit.span().unit() == Span.Unit.WORKING_DAYS);
        if (name == null && needed) {
            add("clock-without-calendar", clock, clock.id() + " counts working days or rolls, and names no calendar");
        }
        if (name != null && !pack.calendars().containsKey(name)) {
            add("clock-without-calendar", clock, "there is no calendar " + name + " below calendars");
        }
    }

    private void extensions(ClockRule clock) {
        for (var extension : clock.extensions()) {
            var granting = pack.steps().values().stream()
                    .filter(step -> step.extensions().contains(new Step.ExtensionRef(clock.id(), extension.name())))
                    .toList();
            if (granting.isEmpty()) {
                add("extension-without-step", clock, "no step grants " + clock.id() + "." + extension.name());
            }
            granting.stream()
                    .filter(step -> !grants(step, extension))
                    .forEach(step -> add(
                            "extension-by-another",
                            clock,
                            step.id() + " extends " + clock.id() + " without the leave of " + extension.by()));
        }
        for (var step : pack.steps().values()) {
            step.extensions().stream()
                    .filter(ref -> ref.clock().equals(clock.id()))
                    .filter(ref -> clock.extensions().stream()
                            .noneMatch(item -> item.name().equals(ref.extension())))
                    .forEach(ref -> add(
                            "unknown-extension",
                            clock,
                            step.id() + " grants " + ref.clock() + "." + ref.extension() + ", which is not there"));
        }
    }

    private static boolean grants(Step step, Extension extension) {
        return step.approval() == null
                ? step.actors().equals(List.of(extension.by()))
                : step.approval().equals(extension.by());
    }

    /** I1, I2: it never rolls, has no working days, ends in release, and something releases. */
    private void liberty(ClockRule clock) {
        var working = clock.limits().stream().anyMatch(limit -> limit.span().unit() == Span.Unit.WORKING_DAYS)
                || clock.extensions().stream().anyMatch(item -> item.span().unit() == Span.Unit.WORKING_DAYS);
        if (clock.rolls()
                || working
                || clock.expiry() != ClockRule.Expiry.RELEASE
                || clock.late() != ClockRule.Late.BREACH) {
            add(
                    "liberty-clock-rolls",
                    clock,
                    clock.id() + " limits liberty: it may not roll, count working days, or end"
                            + " in anything but release");
        }
        var released = clock.ends().stream()
                .map(pack.steps()::get)
                .anyMatch(step -> step != null && (step.effect() == Effect.RELEASE || step.effect() == Effect.JUDGE));
        if (!released) {
            add(
                    "liberty-clock-without-release",
                    clock,
                    "no step that releases, or brings before a court, ends " + clock.id());
        }
        clock.extensions().forEach(extension -> independent(clock, extension));
        restarts(clock);
        clock.limits().forEach(limit -> shorter(clock, limit));
    }

    /** A shorter limit hangs on facts that must be stated when it starts: what nobody states would leave the longer one. */
    private void shorter(ClockRule clock, Limit limit) {
        var when = limit.when();
        if (when == null
                || limit.span().length() >= clock.limits().get(0).span().length()) {
            return;
        }
        var asked = clock.starts().stream()
                .map(pack.steps()::get)
                .filter(Objects::nonNull)
                .allMatch(step -> facts(when).allMatch(step.asks()::contains));
        if (!asked) {
            add(
                    "shorter-limit-unasked",
                    clock,
                    "the limit of " + limit.span() + " of " + clock.id()
                            + " hangs on a fact that the step that starts it does not ask");
        }
    }

    private static Stream<String> facts(Condition condition) {
        return FACT.matcher(condition.text()).results().map(found -> found.group(1));
    }

    private void independent(ClockRule clock, Extension extension) {
        if (investigates(extension.by())) {
            add("extension-by-investigator", clock, extension.by() + " investigates and may not extend " + clock.id());
        }
        pack.steps().values().stream()
                .filter(step -> step.extensions().contains(new Step.ExtensionRef(clock.id(), extension.name())))
                .filter(step -> !step.asks().contains("person_heard"))
                .forEach(
                        step -> add(
                                "extension-unheard",
                                clock,
                                step.id()
                                        + " extends a limit of liberty without asking whether the person was heard (person_heard)"));
    }

    /** Whoever lets a limit of liberty begin afresh does not investigate. */
    private void restarts(ClockRule clock) {
        for (var id : clock.starts()) {
            var step = pack.steps().get(id);
            if (step == null || (clock.starts().size() == 1 && !step.order().repeats())) {
                continue;
            }
            var afresh = step.order().repeats() || !id.equals(clock.starts().get(0));
            var by = step.approval() == null ? step.actors() : List.of(step.approval());
            if (afresh && by.stream().anyMatch(this::investigates)) {
                add(
                        "liberty-clock-restarts",
                        clock,
                        id + " starts " + clock.id() + " afresh by somebody who investigates");
            }
        }
    }

    private boolean investigates(AuthorityId id) {
        var authority = pack.authorities().get(id);
        return authority != null && authority.investigates();
    }

    private void add(String rule, ClockRule clock, String text) {
        findings.add(rule, clock.basis().mark(), text);
    }
}
