package org.openbeat.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.openbeat.demo.ServerProcess;

/** Durable reports over HTTP, with the ledger on, beside plain inserts of the same rows into the same PostgreSQL. */
final class IntakeBenchmark implements Bench.Benchmark {
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 7;
    private static final double SECONDS = 4;
    private static final double DESIGN_LOAD = 130;
    private static final String TABLE = "desk.report";

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        try (var server =
                ServerProcess.startDemo(Path.of("bench/target"), "intake", "--openbeat.rate-limits.enabled=false")) {
            Load.warmUp(CLIENTS, () -> new Reporter(server)); // Leaves a row as sample, too.
            try (var connection = server.database()) {
                PlainInsert.prepare(connection, TABLE);
            }
            var throughput = Paired.run(
                    ROUNDS,
                    () -> Load.perSecond(CLIENTS, SECONDS, () -> new Reporter(server)),
                    () -> Load.perSecond(CLIENTS, SECONDS, () -> new Inserter(server)));
            out.println(throughput.line("intake with " + CLIENTS + " clients", "reports/s"));
            var single = single(server, out);
            return List.of(
                    Figure.atLeast("intake-throughput-vs-plain-insert", throughput.ratio(), 0.35),
                    Figure.atMost("intake-single-p99-vs-insert-median", single.ratio(), 5),
                    designLoad(server, out));
        }
    }

    private static Paired.Result single(ServerProcess server, PrintStream out) throws Exception {
        try (var reporter = new Reporter(server);
                var inserter = new Inserter(server)) {
            var result = Paired.run(
                    ROUNDS,
                    () -> Load.oneByOne(400, reporter).p99(),
                    () -> Load.oneByOne(400, inserter).median());
            out.println(result.line("one report at a time (p99) beside one insert (median)", "ms"));
            return result;
        }
    }

    private static Figure designLoad(ServerProcess server, PrintStream out) throws Exception {
        var ours = Load.openLoop(DESIGN_LOAD, (int) (DESIGN_LOAD * 30), 32, () -> new Reporter(server));
        var inserts = Load.openLoop(DESIGN_LOAD, (int) (DESIGN_LOAD * 30), 32, () -> new Inserter(server));
        out.println(String.format(
                Locale.ROOT,
                "design load of %.0f reports/s, open loop: report p50 %.2f ms, p99 %.2f ms; durable insert p50 %.2f ms, "
                        + "p99 %.2f ms",
                DESIGN_LOAD,
                ours.median(),
                ours.p99(),
                inserts.median(),
                inserts.p99()));
        return Figure.atMost("intake-design-load-p99-ms", ours.p99(), 50);
    }

    /** Sends reports as a partner does, through Open311. */
    private record Reporter(Connection11 connection, String key) implements Load.Worker {

        Reporter(ServerProcess server) throws IOException {
            this(new Connection11(URI.create(server.baseUrl()).getPort()), DemoServer.partnerKey(server));
        }

        @Override
        public void once() throws IOException {
            var random = ThreadLocalRandom.current();
            var form = String.format(
                    Locale.ROOT,
                    "api_key=%s&service_code=street-light&lat=%.6f&long=%.6f&description=%s",
                    key,
                    DemoServer.LATITUDE + random.nextDouble(-0.01, 0.01),
                    DemoServer.LONGITUDE + random.nextDouble(-0.01, 0.01),
                    "The+lamp+before+the+house+has+been+dark+for+" + random.nextInt(2, 90)
                            + "+days+and+two+bicycles+were+taken+there+since");
            var answer = connection.postForm("/open311/v2/requests.json", form);
            if (answer.status() != 200 && answer.status() != 201) {
                throw new IllegalStateException(answer.status() + " " + answer.text());
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    /** Inserts the row of a report as the server stored it. */
    private record Inserter(PlainInsert insert) implements Load.Worker {

        Inserter(ServerProcess server) throws SQLException {
            this(PlainInsert.open(server.database(), TABLE, "received_at desc"));
        }

        @Override
        public void once() throws SQLException {
            insert.once();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}
