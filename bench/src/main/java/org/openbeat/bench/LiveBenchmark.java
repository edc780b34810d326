package org.openbeat.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openbeat.demo.ServerProcess;

/** One status change reaches every open console: how long until the last has it, and what it costs the server. */
final class LiveBenchmark implements Bench.Benchmark {
    private static final int CONSOLES = 500;
    private static final int CHANGES = 150;
    private static final long SPACING_MILLIS = 200;
    private static final Pattern NUMBER = Pattern.compile("\"sequence\"\\s*:\\s*(\\d+)");
    private static final Pattern FREE_UNIT = Pattern.compile(
            "\"id\"\\s*:\\s*(?:\\{\\s*\"value\"\\s*:\\s*)?\"([0-9a-f-]{36})\"[^{}]*\"status\"\\s*:\\s*\"AVAILABLE\"");

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        try (var server = ServerProcess.startDemo(Bench.FOLDER, "live");
                var dispatcher = SignedIn.as("dispatcher", server);
                var consoles = new Consoles(dispatcher)) {
            change(dispatcher, consoles, 20); // Warms the server.
            var cpu = processorSeconds(server.pid());
            var begun = System.nanoTime();
            var latencies = change(dispatcher, consoles, CHANGES);
            var seconds = (System.nanoTime() - begun) / 1e9;
            var cores = (processorSeconds(server.pid()) - cpu) / seconds;
            out.println(String.format(
                    Locale.ROOT,
                    "live: from sending the command to the last of %d consoles p50 %.1f ms, p99 %.1f ms; server %.2f "
                            + "processors at %.1f changes/s",
                    CONSOLES,
                    latencies.median(),
                    latencies.p99(),
                    cores,
                    CHANGES / seconds));
            return List.of(
                    Figure.atMost("live-last-console-p99-ms", latencies.p99(), 1_000),
                    Figure.atMost("live-processors", cores, 1));
        }
    }

    private static Samples change(SignedIn dispatcher, Consoles consoles, int changes) throws Exception {
        var unit = freeUnit(dispatcher);
        var nanos = new long[changes];
        for (int i = 0; i < changes; i++) {
            var sent = System.nanoTime();
            var status = i % 2 == 0 ? "UNAVAILABLE" : "AVAILABLE";
            var answer =
                    dispatcher.command("/api/dispatch/units/" + unit + "/status", "{\"status\":\"" + status + "\"}");
            if (answer.status() >= 300) {
                throw new IllegalStateException(answer.status() + " " + answer.text());
            }
            nanos[i] = consoles.awaitAll(lastNumber(dispatcher)) - sent;
            var left = SPACING_MILLIS - (System.nanoTime() - sent) / 1_000_000;
            TimeUnit.MILLISECONDS.sleep(Math.max(0, left));
        }
        return Samples.ofNanosAsMillis(nanos);
    }

    private static long lastNumber(SignedIn dispatcher) throws IOException {
        var answer = dispatcher.getJson("/api/dispatch/changes?after=0").text();
        var number = NUMBER.matcher(answer);
        if (!number.find()) {
            throw new IllegalStateException("no last number in " + answer.substring(0, Math.min(300, answer.length())));
        }
        return Long.parseLong(number.group(1));
    }

    private static String freeUnit(SignedIn dispatcher) throws IOException {
        var board = dispatcher.getJson("/api/dispatch/board").text();
        var unit = FREE_UNIT.matcher(board);
        if (!unit.find()) {
            throw new IllegalStateException("no free unit on the board");
        }
        return unit.group(1);
    }

    /** Seconds of processor time that a process has used, of all its threads. */
    static double processorSeconds(long pid) throws IOException {
        var fields = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var afterName = fields.substring(fields.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(afterName[11]) + Long.parseLong(afterName[12])) / 100.0;
    }

    /** Open consoles, each reading its stream in a virtual thread and noting when it had which number. */
    private static final class Consoles implements AutoCloseable {
        private final List<Connection11> streams = new ArrayList<>();
        private final java.util.concurrent.ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        private final java.util.concurrent.atomic.AtomicLongArray newest =
                new java.util.concurrent.atomic.AtomicLongArray(CONSOLES);
        private final java.util.concurrent.atomic.AtomicLongArray heardAt =
                new java.util.concurrent.atomic.AtomicLongArray(CONSOLES);

        Consoles(SignedIn dispatcher) throws IOException {
            for (int i = 0; i < CONSOLES; i++) {
                var stream = dispatcher.stream("/api/dispatch/stream");
                var console = i;
                streams.add(stream);
                readers.submit(() -> listen(stream, console));
            }
        }

        private void listen(Connection11 stream, int console) {
            try {
                while (true) {
                    var line = stream.line();
                    if (line.startsWith("id:")) {
                        heardAt.set(console, System.nanoTime());
                        newest.set(console, Long.parseLong(line.substring(3).strip()));
                    }
                }
            } catch (IOException e) {
                newest.set(console, -1); // Closed at the end, or cut by the server: then nobody may wait for it.
            }
        }

        /** Waits until every console had this number; returns when the last one had it. */
        long awaitAll(long number) throws InterruptedException {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            long last = 0;
            for (int i = 0; i < CONSOLES; i++) {
                while (newest.get(i) < number) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException("console " + i + " has not heard number " + number);
                    }
                    TimeUnit.MICROSECONDS.sleep(500);
                }
                last = Math.max(last, heardAt.get(i));
            }
            return last;
        }

        @Override
        public void close() throws IOException {
            for (var stream : streams) {
                stream.close();
            }
            readers.shutdownNow();
        }
    }
}
