package org.openbeat.engine.procedure.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeat.engine.procedure.cel.CelEnvironment;
import org.openbeat.engine.procedure.cel.CelSyntaxException;
import org.openbeat.engine.procedure.guard.GuardScope;
import org.openbeat.engine.procedure.guard.GuardVocabulary;
import org.openbeat.engine.procedure.pack.Amount;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Condition;
import org.openbeat.engine.procedure.pack.Fact;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.clock.ClockId;

/** What a pack declares, so that whoever refers to something else is told where. */
final class Names {
    private final Set<String> authorities;
    private final Map<String, Fact> facts;
    private final Set<String> steps;
    private final Set<String> clocks;
    private final Set<String> papers;
    private final Set<String> stages;
    private final Problems problems;
    private final CelEnvironment<GuardScope> environment;

    Names(
            Set<String> authorities,
            Map<String, Fact> facts,
            Map<String, Amount> amounts,
            Fields pack,
            Problems problems) {
        this.authorities = authorities;
        this.facts = facts;
        this.steps = pack.map("steps").keySet();
        this.clocks = pack.map("clocks").keySet();
        this.papers = pack.map("papers").keySet();
        this.stages = pack.map("stages").keySet();
        this.problems = problems;
        this.environment = GuardVocabulary.of(facts, amounts, List.copyOf(steps), List.copyOf(clocks));
    }

    StepId step(YamlValue value) {
        return new StepId(known(value, steps, "step"));
    }

    List<StepId> steps(Fields fields, String name) {
        return fields.items(name).stream().map(this::step).toList();
    }

    ClockId clock(YamlValue value) {
        return new ClockId(known(value, clocks, "clock"));
    }

    AuthorityId authority(YamlValue value) {
        return new AuthorityId(known(value, authorities, "authority"));
    }

    List<AuthorityId> authorities(Fields fields, String name) {
        return fields.items(name).stream().map(this::authority).toList();
    }

    List<String> facts(Fields fields, String name) {
        return fields.items(name).stream().map(this::fact).toList();
    }

    String fact(YamlValue value) {
        return known(value, facts.keySet(), "fact");
    }

    List<String> papers(Fields fields) {
        var found = new ArrayList<String>();
        fields.items("papers").forEach(value -> found.add(paper(value)));
        return found;
    }

    String stage(YamlValue value) {
        return known(value, stages, "stage");
    }

    String paper(YamlValue value) {
        return known(value, papers, "paper");
    }

    /** A guard that compiles, or a problem at the very character. */
    Condition condition(YamlValue value) {
        var text = value.text();
        try {
            environment.compile(text);
        } catch (CelSyntaxException e) {
            problems.add(value.markAt(e.offset()), "in the guard: " + e.getMessage());
        }
        return new Condition(text, value.markAt(0));
    }

    private static String known(YamlValue value, Set<String> names, String what) {
        var name = value.text();
        if (!names.contains(name)) {
            value.problem("there is no " + what + " " + name + YamlText.maybe(name, names));
        }
        return name.isEmpty() ? "?" : name;
    }
}
