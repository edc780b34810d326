package org.openbeat.engine.procedure.reading;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openbeat.engine.procedure.pack.CalendarTable;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.PackId;
import org.openbeat.engine.procedure.pack.Source;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.Verified;
import org.openbeat.engine.procedure.pack.VersionRule;
import org.openbeat.engine.procedure.pack.clock.ClockId;

/**
 * Reads the pack.yaml of a folder and what belongs to it. Strict: an unknown name, a reference to nothing, a guard that
 * doesn't compile, a missing template are errors, each with its line and column, and all are told at once.
 */
public final class PackReader {
    private final PackFiles files;
    private final Problems problems = new Problems();

    private PackReader(PackFiles files) {
        this.files = files;
    }

    public static Pack read(PackFiles files) throws PackUnreadableException {
        var reader = new PackReader(files);
        var root = reader.root("pack.yaml");
        reader.problems.check(); // What is no YAML has one fault, and not every name missing.
        var pack = reader.pack(root.fields("a pack"));
        reader.problems.check();
        return pack;
    }

    private YamlValue root(String path) {
        return YamlValue.read(files.named(path), files.texts().getOrDefault(path, ""), problems);
    }

    private Pack pack(Fields fields) {
        var id = fields.text("pack");
        if (!id.equals(files.name())) {
            fields.owner().problem("the pack " + id + " stands in the folder " + files.name());
        }
        var sources = sources(fields);
        var basis = new BasisReader(sources);
        var declared = new DeclarationReader(basis, fields);
        var names = new Names(declared.authorityNames(), declared.facts(), declared.amounts(), fields, problems);
        var steps = new StepReader(basis, names);
        var clocks = new ClockReader(basis, names);
        var told = new ToldReader(basis, names, files, fields);
        var pack = new Pack(
                new PackId(id),
                fields.local("title"),
                fields.local("summary"),
                fields.text("language"),
                zone(fields.get("zone")),
                version(fields, basis),
                sources,
                declared.authorities(),
                declared.separations(names),
                declared.facts(),
                declared.amounts(),
                each(fields.map("stages"), Function.identity(), (name, value) -> value.local()),
                each(fields.map("steps"), StepId::new, steps::read),
                each(fields.map("clocks"), ClockId::new, clocks::read),
                told.papers(),
                told.disclosures(),
                told.quality(),
                told.conflicts(),
                calendars(basis),
                fields.texts("left-out"),
                fields.owner().mark());
        fields.done();
        return pack;
    }

    private static <K, V> Map<K, V> each(
            Map<String, YamlValue> members, Function<String, K> id, BiFunction<String, YamlValue, V> read) {
        var values = new LinkedHashMap<K, V>();
        members.forEach((name, value) -> values.put(id.apply(name), read.apply(name, value)));
        return values;
    }

    private static Map<String, Source> sources(Fields pack) {
        var sources = new LinkedHashMap<String, Source>();
        pack.map("sources").forEach((name, value) -> {
            var fields = value.fields("a source");
            sources.put(
                    name,
                    new Source(
                            name,
                            fields.local("title"),
                            fields.textOr("version", ""),
                            fields.find("in-force").map(YamlValue::date).orElse(null),
                            fields.text("read"),
                            fields.find("verified")
                                    .map(word -> word.word(Verified.class))
                                    .orElse(Verified.NO),
                            value.mark()));
            fields.done();
        });
        return sources;
    }

    private static VersionRule version(Fields pack, BasisReader basis) {
        var fields = pack.get("version").fields("a version");
        var version = new VersionRule(
                fields.text("family"),
                fields.get("from").date(),
                fields.find("until").map(YamlValue::date).orElse(null),
                fields.get("by").word(VersionRule.By.class),
                basis.read(fields));
        fields.done();
        return version;
    }

    private static ZoneId zone(YamlValue value) {
        try {
            return ZoneId.of(value.text());
        } catch (DateTimeException e) {
            value.problem("expected a zone such as Asia/Shanghai instead of " + value.text());
            return ZoneOffset.UTC;
        }
    }

    private Map<String, CalendarTable> calendars(BasisReader basis) {
        var reader = new CalendarReader(basis);
        var calendars = new LinkedHashMap<String, CalendarTable>();
        for (var path : files.yaml("calendars")) {
            var root = root(path);
            var calendar = reader.read(root);
            if (calendars.put(calendar.name(), calendar) != null) {
                root.problem("there are two calendars " + calendar.name());
            }
        }
        return calendars;
    }

    /** The paths of the scenarios of a pack, in order. */
    public static List<String> scenarios(PackFiles files) {
        return files.yaml("scenarios");
    }
}
