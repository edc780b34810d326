package org.openbeat.engine.procedure.scenario;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.Approval;
import org.openbeat.engine.procedure.Command;
import org.openbeat.engine.procedure.PersonId;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Step;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.clock.ClockId;
import org.openbeat.engine.procedure.reading.Fields;
import org.openbeat.engine.procedure.reading.PackFiles;
import org.openbeat.engine.procedure.reading.PackReader;
import org.openbeat.engine.procedure.reading.PackUnreadableException;
import org.openbeat.engine.procedure.reading.Problems;
import org.openbeat.engine.procedure.reading.YamlValue;

/** Reads a scenario; as strict as a pack is read. */
public final class ScenarioReader {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]");

    private final Pack pack;
    private final Map<PersonId, List<AuthorityId>> people = new LinkedHashMap<>();
    /** What a step states unless a line says otherwise. */
    private final Map<String, Map<String, YamlValue>> usually = new LinkedHashMap<>();

    private Instant at = Instant.EPOCH;

    private ScenarioReader(Pack pack) {
        this.pack = pack;
    }

    /** All scenarios of a pack's folder. */
    public static List<Scenario> read(Pack pack, PackFiles files) throws PackUnreadableException {
        var problems = new Problems();
        var scenarios = new ArrayList<Scenario>();
        for (var path : PackReader.scenarios(files)) {
            var root = YamlValue.read(files.named(path), files.texts().getOrDefault(path, ""), problems);
            scenarios.add(new ScenarioReader(pack).scenario(root));
        }
        problems.check();
        return scenarios;
    }

    private Scenario scenario(YamlValue root) {
        var fields = root.fields("a scenario");
        var name = fields.text("scenario");
        var title = fields.textOr("title", name);
        var opened = time(fields.get("opened"));
        at = opened;
        fields.map("people")
                .forEach((person, seats) -> people.put(
                        new PersonId(person),
                        seats.items().stream().map(this::authority).toList()));
        fields.map("usually").forEach((step, states) -> {
            step(step, states);
            usually.put(step, states.members());
        });
        var lines = new ArrayList<Scenario.Line>();
        fields.items("lines").forEach(line -> lines.add(line(line)));
        fields.done();
        return new Scenario(name, title, opened, Map.copyOf(people), lines, root.mark());
    }

    private AuthorityId authority(YamlValue value) {
        var id = new AuthorityId(value.text());
        if (!pack.authorities().containsKey(id)) {
            value.problem("there is no authority " + id);
        }
        return id;
    }

    private Instant time(YamlValue value) {
        try {
            return LocalDateTime.parse(value.text(), TIME).atZone(pack.zone()).toInstant();
        } catch (DateTimeException e) {
            value.problem("expected a time such as 2026-01-05 09:30 instead of " + value.text());
            return Instant.EPOCH;
        }
    }

    private Scenario.Line line(YamlValue value) {
        var fields = value.fields("a line");
        fields.find("at").ifPresent(time -> at = time(time));
        var refused = fields.find("refused").map(YamlValue::text).orElse(null);
        var take = fields.find("take");
        var correct = fields.find("correct");
        Scenario.Line line;
        if (take.isPresent()) {
            var command = command(take.get(), fields);
            line = new Scenario.Try(command, refused, expected(fields), value.mark());
        } else if (correct.isPresent()) {
            var command = correction(correct.get(), fields);
            line = new Scenario.Correction(command, refused, expected(fields), value.mark());
        } else {
            line = new Scenario.Look(at, expected(fields), value.mark());
        }
        fields.done();
        return line;
    }

    private Command.TakeStep command(YamlValue take, Fields fields) {
        var step = pack.steps().get(new StepId(take.text()));
        if (step == null) {
            take.problem("there is no step " + take.text());
        }
        var by = person(fields.get("by"));
        var as = fields.find("as").map(this::authority).orElseGet(() -> seat(fields.get("by"), by, step));
        var facts = new LinkedHashMap<String, Object>();
        usually.getOrDefault(take.text(), Map.of()).forEach((name, value) -> facts.put(name, fact(name, value)));
        fields.map("states").forEach((name, value) -> facts.put(name, fact(name, value)));
        return new Command.TakeStep(
                new StepId(take.text()),
                by,
                as,
                at,
                fields.find("recorded").map(this::time).orElse(at),
                facts,
                fields.find("approved").map(value -> approval(value, step)).orElse(null));
    }

    private Command.CorrectTime correction(YamlValue entry, Fields fields) {
        return new Command.CorrectTime(
                (int) entry.number(),
                time(fields.get("to")),
                person(fields.get("by")),
                fields.textOr("reasons", ""),
                fields.find("second").map(this::person).orElse(null),
                at);
    }

    private PersonId person(YamlValue value) {
        var person = new PersonId(value.text());
        if (!people.containsKey(person)) {
            value.problem(person + " is not among the people");
        }
        return person;
    }

    /** The person's seat that the step wants, or the first. */
    private AuthorityId seat(YamlValue value, PersonId person, @Nullable Step step) {
        var seats = people.getOrDefault(person, List.of());
        if (seats.isEmpty()) {
            value.problem(person + " is no authority");
            return new AuthorityId("?");
        }
        return seats.stream()
                .filter(seat -> step != null && step.actors().contains(seat))
                .findFirst()
                .orElse(seats.get(0));
    }

    private Approval approval(YamlValue value, @Nullable Step step) {
        var wanted = step == null ? null : step.approval();
        if (!value.isMapping()) {
            return new Approval(person(value), approving(value, wanted), at, "for the reasons on the file");
        }
        var fields = value.fields("an approval");
        var by = fields.get("by");
        var approval = new Approval(
                person(by),
                fields.find("as").map(this::authority).orElseGet(() -> approving(by, wanted)),
                fields.find("at").map(this::time).orElse(at),
                fields.textOr("reasons", ""));
        fields.done();
        return approval;
    }

    private AuthorityId approving(YamlValue person, @Nullable AuthorityId wanted) {
        var seats = people.getOrDefault(new PersonId(person.text()), List.of());
        return wanted != null && seats.contains(wanted)
                ? wanted
                : seats.isEmpty() ? new AuthorityId("?") : seats.get(0);
    }

    private Object fact(String name, YamlValue value) {
        var fact = pack.facts().get(name);
        if (fact == null) {
            value.problem("there is no fact " + name);
            return "?";
        }
        return switch (fact.type()) {
            case BOOL -> value.yes();
            case INT -> value.number();
            case STRINGS -> value.texts();
            case TIMESTAMP -> time(value);
            default -> value.text();
        };
    }

    private Scenario.Expected expected(Fields fields) {
        var due = new LinkedHashMap<ClockId, String>();
        fields.map("due").forEach((clock, value) -> due.put(clock(clock, value), value.text()));
        var mayNot = new LinkedHashMap<StepId, String>();
        fields.map("may-not").forEach((step, value) -> mayNot.put(step(step, value), value.text()));
        return new Scenario.Expected(
                due,
                clocks(fields, "breach"),
                clocks(fields, "release"),
                clocks(fields, "running"),
                clocks(fields, "ended"),
                fields.items("may").stream()
                        .map(value -> step(value.text(), value))
                        .toList(),
                mayNot);
    }

    private List<ClockId> clocks(Fields fields, String name) {
        return fields.items(name).stream()
                .map(value -> clock(value.text(), value))
                .toList();
    }

    private ClockId clock(String name, YamlValue value) {
        var id = new ClockId(name);
        if (!pack.clocks().containsKey(id)) {
            value.problem("there is no clock " + name);
        }
        return id;
    }

    private StepId step(String name, YamlValue value) {
        var id = new StepId(name);
        if (!pack.steps().containsKey(id)) {
            value.problem("there is no step " + name);
        }
        return id;
    }
}
