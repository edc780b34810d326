package org.openbeat.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.demo.ServerProcess;

/**
 * What the ledger costs and how fast it is checked. The server measures itself, in processes of their own on folders of
 * their own, and prints pairs taken in turns; here they become ratios.
 */
final class LedgerBenchmark implements Bench.Benchmark {
    /** More than any page asks: may it be read, and may each of its buttons be there. */
    private static final int CHECKS_OF_A_PAGE = 10;

    /** Ours and the reference of one round. */
    private record Pair(double ours, double reference) {
        double ratio() {
            return ours / reference;
        }
    }

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        var measured = new LinkedHashMap<String, List<Pair>>();
        double page;
        try (var server = ServerProcess.startDemo(Bench.FOLDER, "ledger-appends")) {
            page = pageMillis(server);
            out.println(String.format(Locale.ROOT, "the board's page: %.2f ms", page));
            measured.putAll(pairs(run(server.data(), "measure-appends", "", "--spring.profiles.active=demo", server)));
            measured.putAll(pairs(run(server.data(), "measure-policy", "", "--spring.profiles.active=demo", server)));
        }
        measured.putAll(pairs(run(fresh("ledger-check"), "ledger-measure", "1000000", "", null)));
        measured.putAll(pairs(run(fresh("ledger-proofs"), "ledger-measure-proofs", "10000000", "", null)));
        measured.forEach((name, pairs) -> out.println(line(name, pairs)));
        var figures = new ArrayList<Figure>();
        for (int writers : new int[] {1, 4, 16}) {
            var ratio = median(measured, "append-" + writers);
            figures.add(Figure.atLeast("ledger-append-" + writers + "-writers-vs-without", ratio, 0.75));
        }
        figures.add(Figure.atLeast("ledger-verify-vs-sha256", median(measured, "verified-per-second"), 0.5));
        figures.add(Figure.atMost("ledger-proof-tile-reads", most(measured, "proof-tile-reads"), 3));
        figures.add(Figure.atMost("ledger-proof-p99-vs-key-lookup-p99", median(measured, "proof-p99-ms"), 10));
        var checks = CHECKS_OF_A_PAGE * median(measured, "policy-check-us") / 1_000;
        figures.add(Figure.atMost("policy-checks-share-of-a-page", checks / page, 0.05));
        return figures;
    }

    private static double pageMillis(ServerProcess server) throws Exception {
        try (var dispatcher = SignedIn.as("dispatcher", server)) {
            Load.oneByOne(100, () -> read(dispatcher));
            return Load.oneByOne(200, () -> read(dispatcher)).median();
        }
    }

    private static void read(SignedIn dispatcher) throws IOException {
        var answer = dispatcher.get("/board");
        if (answer.status() != 200) {
            throw new IllegalStateException("/board answered " + answer.status());
        }
    }

    private static Path fresh(String name) throws IOException {
        Files.createDirectories(Bench.FOLDER);
        return Files.createTempDirectory(Bench.FOLDER.toAbsolutePath(), name + "-");
    }

    /** Runs a one-off command of the packed server and returns what it printed. */
    private static List<String> run(
            Path data, String command, String argument, String option, @Nullable ServerProcess before)
            throws IOException, InterruptedException {
        if (before != null) {
            before.close();
        }
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                "app/target/openbeat-server.jar",
                "--server.port=0",
                "--openbeat.data=" + data,
                "--openbeat.command=" + command,
                "--openbeat.argument=" + argument));
        if (!option.isEmpty()) {
            line.add(option);
        }
        var printed = data.resolveSibling(data.getFileName() + ".out");
        var status = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("The command " + command + " ended with " + status + "; see " + printed);
        }
        return Files.readAllLines(printed);
    }

    private static Map<String, List<Pair>> pairs(List<String> lines) {
        var pairs = new LinkedHashMap<String, List<Pair>>();
        for (var line : lines) {
            if (line.startsWith("measured ")) {
                var words = line.split(" ");
                pairs.computeIfAbsent(words[1], first -> new ArrayList<>())
                        .add(new Pair(Double.parseDouble(words[2]), Double.parseDouble(words[3])));
            }
        }
        return pairs;
    }

    private static String line(String name, List<Pair> pairs) {
        var ratios = new Samples(pairs.stream().mapToDouble(Pair::ratio).toArray());
        return String.format(
                Locale.ROOT,
                "%s: ours %.2f, reference %.2f, ratios %.3f to %.3f",
                name,
                new Samples(pairs.stream().mapToDouble(Pair::ours).toArray()).median(),
                new Samples(pairs.stream().mapToDouble(Pair::reference).toArray()).median(),
                ratios.quantile(0),
                ratios.max());
    }

    private static double median(Map<String, List<Pair>> measured, String name) {
        return new Samples(measured.getOrDefault(name, List.of()).stream()
                        .mapToDouble(Pair::ratio)
                        .toArray())
                .median();
    }

    private static double most(Map<String, List<Pair>> measured, String name) {
        return measured.getOrDefault(name, List.of()).stream()
                .mapToDouble(Pair::ours)
                .max()
                .orElseThrow();
    }
}
