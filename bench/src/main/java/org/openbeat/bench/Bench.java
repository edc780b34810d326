package org.openbeat.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the benchmarks named as arguments, or all of them, and prints one line a figure. It ends with 0 even when a
 * figure is short of its bar: a benchmark tells, it does not judge. It ends with 1 when one could not be run.
 */
public final class Bench {

    /** A benchmark: prints what it measures as it goes and returns its figures. */
    @FunctionalInterface
    interface Benchmark {
        List<Figure> run(PrintStream out) throws Exception;
    }

    /** Where servers under measure keep their data; some take gigabytes, so it goes with each benchmark that succeeds. */
    static final Path FOLDER = Path.of("bench/target/data");

    private static final Map<String, Benchmark> ALL = all();

    private Bench() {}

    private static Map<String, Benchmark> all() {
        var all = new LinkedHashMap<String, Benchmark>();
        all.put("intake", new IntakeBenchmark());
        all.put("live", new LiveBenchmark());
        all.put("pages", new PagesBenchmark());
        all.put("lists", new ListsBenchmark());
        all.put("dispatch", together(new DispatchBenchmark(), new QueueingBenchmark()));
        all.put("ledger", new LedgerBenchmark());
        all.put("casework", new CaseworkBenchmark());
        all.put("start", new StartBenchmark());
        return all;
    }

    /** Several parts under one name. */
    private static Benchmark together(Benchmark... parts) {
        return out -> {
            var figures = new ArrayList<Figure>();
            for (var part : parts) {
                figures.addAll(part.run(out));
            }
            return figures;
        };
    }

    public static void main(String[] names) throws Exception {
        var out = System.out;
        out.println(machine());
        var failed = false;
        for (var name : names.length == 0 ? ALL.keySet() : List.of(names)) {
            var benchmark = ALL.get(name);
            if (benchmark == null) {
                out.println("There is no benchmark '" + name + "'. There are: " + String.join(", ", ALL.keySet()));
                failed = true;
                continue;
            }
            failed |= !run(name, benchmark, out);
        }
        out.flush();
        System.exit(failed ? 1 : 0);
    }

    private static boolean run(String name, Benchmark benchmark, PrintStream out) {
        out.println("== " + name);
        try {
            benchmark.run(out).forEach(figure -> out.println(figure.line()));
            FileSystemUtils.deleteRecursively(FOLDER);
            return true;
        } catch (Exception e) {
            out.println("The benchmark '" + name + "' could not be run: " + e);
            e.printStackTrace(out);
            return false;
        }
    }

    private static String machine() throws Exception {
        var load = Path.of("/proc/loadavg");
        return "machine: " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version") + ", load average "
                + (Files.exists(load) ? Files.readString(load).split(" ")[0] : "unknown");
    }
}
