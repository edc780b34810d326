package org.openbeat.engine.procedure.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openbeat.engine.procedure.Procedure;
import org.openbeat.engine.procedure.explain.ExplainPage;
import org.openbeat.engine.procedure.explain.PackDiff;
import org.openbeat.engine.procedure.lint.Linter;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.reading.PackFiles;
import org.openbeat.engine.procedure.reading.PackReader;
import org.openbeat.engine.procedure.reading.PackUnreadableException;
import org.openbeat.engine.procedure.scenario.Coverage;
import org.openbeat.engine.procedure.scenario.ScenarioReader;
import org.openbeat.engine.procedure.scenario.ScenarioResult;
import org.openbeat.engine.procedure.scenario.ScenarioRunner;

/** The command {@code pack}: lint, test, explain, diff. It ends with 0 when all is well, with 1 when a pack is not. */
public final class PackCommand {
    private static final String USAGE = """
            pack lint FOLDER …             what is wrong with a pack, with line and column
            pack test FOLDER …             plays its scenarios and tells what none of them touched
            pack explain FOLDER [LANGUAGE] [FILE.html]
                                           the procedure as a page with a diagram
            pack diff OLD NEW [LANGUAGE]   two versions told apart in legal terms""";

    private final PrintStream out;

    PackCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new PackCommand(out).run(List.of(arguments)));
    }

    int run(List<String> arguments) throws IOException {
        if (arguments.size() < 2) {
            out.println(USAGE);
            return 1;
        }
        var rest = arguments.subList(1, arguments.size());
        try {
            return switch (arguments.get(0)) {
                case "lint" -> each(rest, this::lint);
                case "test" -> each(rest, this::test);
                case "explain" -> explain(rest);
                case "diff" -> diff(rest);
                default -> {
                    out.println(USAGE);
                    yield 1;
                }
            };
        } catch (PackUnreadableException e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    /** What is done with one pack; true when all is well. */
    private interface Work {
        boolean on(PackFiles files) throws PackUnreadableException;
    }

    private int each(List<String> folders, Work work) throws IOException {
        var well = true;
        for (var folder : folders) {
            try {
                well &= work.on(files(folder));
            } catch (PackUnreadableException e) {
                out.println(e.getMessage());
                well = false;
            }
        }
        return well ? 0 : 1;
    }

    private static PackFiles files(String folder) throws IOException {
        var path = Path.of(folder);
        if (!Files.isRegularFile(path.resolve("pack.yaml"))) {
            throw new IOException(path + " holds no pack.yaml. Maybe it is another folder.");
        }
        return PackFiles.read(path);
    }

    private boolean lint(PackFiles files) throws PackUnreadableException {
        var pack = PackReader.read(files);
        var findings = Linter.lint(pack);
        findings.forEach(out::println);
        out.println(pack.id() + ": " + pack.steps().size() + " steps, "
                + pack.clocks().size() + " clocks, " + pack.sources().size() + " sources, "
                + (findings.isEmpty() ? "clean" : findings.size() + " findings"));
        return findings.isEmpty();
    }

    private boolean test(PackFiles files) throws PackUnreadableException {
        var pack = PackReader.read(files);
        var procedure = Procedure.of(pack);
        var results = new ArrayList<ScenarioResult>();
        for (var scenario : ScenarioReader.read(pack, files)) {
            var result = ScenarioRunner.run(procedure, scenario);
            result.failures().forEach(out::println);
            results.add(result);
        }
        var coverage = Coverage.of(pack, results);
        coverage.untouched().forEach(target -> out.println(pack.id() + ": no scenario touches " + target));
        var failed = results.stream().filter(result -> !result.passed()).count();
        out.println(
                pack.id() + ": " + results.size() + " scenarios, " + failed + " failed; touched " + coverage.summary());
        return failed == 0 && coverage.untouched().isEmpty();
    }

    private int explain(List<String> arguments) throws IOException, PackUnreadableException {
        var pack = PackReader.read(files(arguments.get(0)));
        var language = arguments.size() > 1 && !arguments.get(1).endsWith(".html") ? arguments.get(1) : "en";
        var page = ExplainPage.of(pack, Locale.forLanguageTag(language));
        var last = arguments.get(arguments.size() - 1);
        if (last.endsWith(".html")) {
            Files.writeString(Path.of(last), page);
            out.println(last);
        } else {
            out.println(page);
        }
        return 0;
    }

    private int diff(List<String> arguments) throws IOException, PackUnreadableException {
        if (arguments.size() < 2) {
            out.println(USAGE);
            return 1;
        }
        Pack before = PackReader.read(files(arguments.get(0)));
        Pack after = PackReader.read(files(arguments.get(1)));
        PackDiff.of(before, after, arguments.size() > 2 ? arguments.get(2) : "en")
                .forEach(out::println);
        return 0;
    }
}
