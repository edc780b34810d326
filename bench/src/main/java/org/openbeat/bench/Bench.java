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
        all.put("dispatch", new DispatchBenchmark());
        all.put("ledger", new LedgerBenchmark());
        all.put("casework", new CaseworkBenchmark());
        all.put("dispatch", together(new QueueingBenchmark()));
