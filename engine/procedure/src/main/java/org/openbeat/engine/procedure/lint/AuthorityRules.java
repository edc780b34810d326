package org.openbeat.engine.procedure.lint;

import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Effect;
import org.openbeat.engine.procedure.pack.Mark;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.clock.ClockRule;

/** Authorities: two that one person holds are one, and can neither check nor approve each other. */
final class AuthorityRules {
    private final Pack pack;
    private final Findings findings;

    AuthorityRules(Pack pack, Findings findings) {
        this.pack = pack;
        this.findings = findings;
    }

    void check() {
        for (var step : pack.steps().values()) {
            var approval = step.approval();
            if (approval != null && step.actors().stream().anyMatch(actor -> samePost(actor, approval))) {
                add(
                        step.basis().mark(),
                        "in " + step.id() + " the authority that acts and " + approval
                                + ", which approves, are one person");
            }
        }
        for (var separation : pack.separations()) {
            var between = separation.between();
            for (var one = 0; one < between.size(); one++) {
                for (var other = one + 1; other < between.size(); other++) {
                    if (samePost(between.get(one), between.get(other))) {
                        add(
                                separation.basis().mark(),
                                between.get(one) + " and " + between.get(other)
                                        + " are to be apart and are one person");
                    }
                }
            }
            if (between.size() < 2 || separation.basis().citations().isEmpty()) {
                add(separation.basis().mark(), "a separation is between two authorities, with its source");
            }
        }
        independent();
    }

    private boolean samePost(AuthorityId one, AuthorityId other) {
        var first = pack.authorities().get(one);
        var second = pack.authorities().get(other);
        return first != null && second != null && first.post().equals(second.post());
    }

    /** A pack that takes liberty has an authority outside the investigation (ICCPR art 9). */
    private void independent() {
        var takes = pack.steps().values().stream().anyMatch(step -> step.effect() == Effect.LIBERTY);
        var frees = pack.steps().values().stream()
                .anyMatch(step -> step.effect() == Effect.RELEASE || step.effect() == Effect.JUDGE);
        if (takes && !frees) {
            findings.add("liberty-without-judge", pack.mark(), "steps take liberty and none gives it back");
        }
        var unwatched = pack.steps().values().stream()
                .filter(step -> step.effect() == Effect.LIBERTY && step.approval() == null)
                .filter(step -> pack.clocks().values().stream()
                        .noneMatch(clock ->
                                clock.liberty() && (clock.starts().contains(step.id()) || stops(clock, step.id()))))
                .filter(step -> step.extensions().isEmpty())
                .toList();
        unwatched.forEach(step -> findings.add(
                "liberty-without-clock",
                step.basis().mark(),
                step.id() + " takes liberty with neither anybody's leave nor a clock"));
    }

    private static boolean stops(ClockRule clock, StepId step) {
        return clock.suspensions().stream().anyMatch(item -> item.from().contains(step));
    }

    private void add(Mark mark, String text) {
        findings.add("one-person-two-authorities", mark, text);
    }
}
