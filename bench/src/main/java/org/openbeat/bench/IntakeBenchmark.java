package org.openbeat.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private static final PlainInsert.Sample REPORT =
            new PlainInsert.Sample("desk.report", "select * from desk.report order by received_at desc limit 1");

    /** Every row that the transaction of a report stores: the report, its act, and what waits for the ledger's tree. */
    private static final List<PlainInsert.Sample> ROWS = List.of(
            REPORT,
            new PlainInsert.Sample(
                    "ledger.entry",
                    "select * from ledger.entry where subject_id = (select id::text from desk.report"
                            + " order by received_at desc limit 1) order by id limit 1"),
            new PlainInsert.Sample(
                    "ledger.pending",
                    "select id as entry, decode(repeat('5a', 32), 'hex') as seal from desk.report limit 1"),
            new PlainInsert.Sample(
                    "ledger.pending", "select 'desk.report' as table_name, id::text as key from desk.report limit 1"));

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        try (var server = ServerProcess.startDemo(Bench.FOLDER, "intake", "--openbeat.rate-limits.enabled=false")) {
            Load.warmUp(CLIENTS, () -> new Reporter(server)); // Leaves a row as sample, too.
            try (var connection = server.database()) {
                PlainInsert.prepare(connection, ROWS);
            }
            var throughput = throughput(server, ROWS);
            out.println(
                    throughput.line("intake with " + CLIENTS + " clients beside inserts of the same rows", "a second"));
            out.println(throughput(server, List.of(REPORT))
                    .line("intake with " + CLIENTS + " clients beside inserts of the report alone", "a second"));
            var single = single(server, out);
            return List.of(
                    Figure.atLeast("intake-throughput-vs-plain-insert", throughput.ratio(), 0.35),
                    Figure.atMost("intake-single-p99-vs-insert-median", single.ratio(), 5),
                    designLoad(server, out));
        }
    }

    private static Paired.Result throughput(ServerProcess server, List<PlainInsert.Sample> rows) throws Exception {
        return Paired.run(
                ROUNDS,
                () -> Load.perSecond(CLIENTS, SECONDS, () -> new Reporter(server)),
                () -> Load.perSecond(CLIENTS, SECONDS, () -> new Inserter(server, rows)));
    }

    private static Paired.Result single(ServerProcess server, PrintStream out) throws Exception {
        try (var reporter = new Reporter(server);
                var inserter = new Inserter(server, List.of(REPORT))) {
            var tails = new ArrayList<Double>();
            var result = Paired.run(ROUNDS, () -> Load.oneByOne(400, reporter).p99(), () -> {
                var inserts = Load.oneByOne(400, inserter);
                tails.add(inserts.p99() / inserts.median());
                return inserts.median();
            });
            out.println(result.line("one report at a time (p99) beside one insert (median)", "ms"));
            var tail =
                    new Samples(tails.stream().mapToDouble(Double::doubleValue).toArray());
            out.println(String.format(
                    Locale.ROOT,
                    "the same insert's own p99 beside its median: %.3f to %.3f",
                    tail.quantile(0),
                    tail.max()));
            return result;
        }
    }

    private static Figure designLoad(ServerProcess server, PrintStream out) throws Exception {
        var ours = Load.openLoop(DESIGN_LOAD, (int) (DESIGN_LOAD * 30), 32, () -> new Reporter(server));
        var inserts =
                Load.openLoop(DESIGN_LOAD, (int) (DESIGN_LOAD * 30), 32, () -> new Inserter(server, List.of(REPORT)));
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

    /** Inserts rows as the server stored them. */
    private record Inserter(PlainInsert insert) implements Load.Worker {

        Inserter(ServerProcess server, List<PlainInsert.Sample> rows) throws SQLException {
            this(PlainInsert.open(server.database(), rows));
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
