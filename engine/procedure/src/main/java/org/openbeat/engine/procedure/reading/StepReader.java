package org.openbeat.engine.procedure.reading;

import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.procedure.pack.Effect;
import org.openbeat.engine.procedure.pack.Order;
import org.openbeat.engine.procedure.pack.PackId;
import org.openbeat.engine.procedure.pack.Requirement;
import org.openbeat.engine.procedure.pack.Step;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.clock.ClockId;

/** Reads one step. */
final class StepReader {
    private final BasisReader basis;
    private final Names names;

    StepReader(BasisReader basis, Names names) {
        this.basis = basis;
        this.names = names;
    }

    Step read(String id, YamlValue value) {
        var fields = value.fields("a step");
        var step = new Step(
                new StepId(id),
                fields.local("title"),
                names.stage(fields.get("stage")),
                names.authorities(fields, "by"),
                fields.find("approved-by").map(names::authority).orElse(null),
                order(fields),
                names.facts(fields, "states"),
                names.facts(fields, "may-state"),
                requirements(id, fields),
                fields.find("effect").map(effect -> effect.word(Effect.class)).orElse(Effect.NONE),
                extensions(fields),
                names.papers(fields),
                fields.yes("closes"),
                fields.find("enters").map(pack -> new PackId(pack.text())).orElse(null),
                basis.read(fields));
        fields.done();
        return step;
    }

    private Order order(Fields fields) {
        return new Order(
                names.steps(fields, "after"),
                names.steps(fields, "after-all"),
                names.steps(fields, "not-after"),
                fields.yes("repeats"));
    }

    private List<Requirement> requirements(String id, Fields fields) {
        var requirements = new ArrayList<Requirement>();
        for (var item : fields.items("requires")) {
            var members = item.fields("a requirement");
            requirements.add(new Requirement(
                    id + "#" + (requirements.size() + 1),
                    names.condition(members.get("that")),
                    members.local("else"),
                    basis.read(members)));
            members.done();
        }
        return requirements;
    }

    private static List<Step.ExtensionRef> extensions(Fields fields) {
        var extensions = new ArrayList<Step.ExtensionRef>();
        for (var item : fields.items("extends")) {
            var parts = item.text().split("\\.", -1);
            if (parts.length != 2) {
                item.problem("an extension is named as clock.extension");
                continue;
            }
            extensions.add(new Step.ExtensionRef(new ClockId(parts[0]), parts[1]));
        }
        return extensions;
    }
}
