package org.openbeat.engine.procedure.scenario;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openbeat.engine.procedure.Refusal;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Separation;
import org.openbeat.engine.procedure.pack.clock.ClockRule;

/** What a pack has and no scenario touched: steps, clocks with their limits, grounds and extensions, refusals. */
public record Coverage(SortedSet<Target> targets, SortedSet<Target> untouched) {

    public static Coverage of(Pack pack, Collection<ScenarioResult> results) {
        var untouched = new TreeSet<>(targets(pack));
        results.forEach(result -> untouched.removeAll(result.touched()));
        return new Coverage(new TreeSet<>(targets(pack)), untouched);
    }

    /** Everything that scenarios should touch. */
    static Set<Target> targets(Pack pack) {
        var targets = new TreeSet<Target>();
        for (var step : pack.steps().values()) {
            targets.add(new Target(Target.Kind.STEP, step.id().value()));
            step.requirements().forEach(required -> targets.add(refusal(Refusal.Kind.REQUIREMENT, required.name())));
            if (step.approval() != null) {
                targets.add(refusal(Refusal.Kind.APPROVAL, step.id().value()));
            }
        }
        pack.separations().forEach(separation -> targets.add(refusal(Refusal.Kind.SEPARATION, name(separation))));
        pack.clocks().values().forEach(clock -> clock(clock, targets));
        return targets;
    }

    private static String name(Separation separation) {
        return separation.between().stream().map(AuthorityId::value).collect(Collectors.joining("/"));
    }

    private static void clock(ClockRule clock, Set<Target> targets) {
        var id = clock.id().value();
        targets.add(new Target(Target.Kind.CLOCK, id));
        for (var limit = 0; limit < clock.limits().size(); limit++) {
            targets.add(new Target(
                    Target.Kind.LIMIT, id + " " + clock.limits().get(limit).span()));
        }
        clock.suspensions().forEach(item -> targets.add(new Target(Target.Kind.GROUND, id + "." + item.ground())));
        for (var extension : clock.extensions()) {
            var name = id + "." + extension.name();
            targets.add(new Target(Target.Kind.EXTENSION, name));
            if (!clock.liberty()) { // Of a limit of liberty that is over, the lock refuses everything.
                targets.add(refusal(Refusal.Kind.TOO_LATE, name));
            }
        }
        if (clock.liberty()) {
            targets.add(refusal(Refusal.Kind.LOCKED, id));
        }
        if (clock.late() == ClockRule.Late.REFUSED) {
            targets.add(refusal(Refusal.Kind.TOO_LATE, id));
        }
    }

    static Target refusal(Refusal.Kind kind, String rule) {
        return new Target(
                Target.Kind.REFUSAL,
                rule + " (" + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")");
    }

    /** How many of how many, by kind, in one line. */
    public String summary() {
        return Arrays.stream(Target.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT) + "s "
                        + (count(targets, kind) - count(untouched, kind)) + "/" + count(targets, kind))
                .collect(Collectors.joining(", "));
    }

    private static long count(Set<Target> of, Target.Kind kind) {
        return of.stream().filter(target -> target.kind() == kind).count();
    }
}
