package org.openbeat.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.openbeat.demo.ServerProcess;

/** What the report page weighs on a first visit, and what the board costs beside its one query. */
final class PagesBenchmark implements Bench.Benchmark {
    private static final int OPEN_INCIDENTS = 500;
    private static final int ROUNDS = 9;
    private static final int READS = 30;
    private static final String TOKEN = "bench-token-of-a-made-up-scraper";
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"#]+)");

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        try (var server = ServerProcess.startDemo(Bench.FOLDER, "pages", "--openbeat.access.metrics-token=" + TOKEN);
                var dispatcher = SignedIn.as("dispatcher", server)) {
            var weight = Figure.atMost("report-page-kB", weight(server, out) / 1_000.0, 120);
            return List.of(weight, board(server, dispatcher, out));
        }
    }

    /** The page and everything it names, compressed as a browser asks for it, heads included; the map is not loaded. */
    private static long weight(ServerProcess server, PrintStream out) throws IOException {
        long bytes = 0;
        try (var connection = new Connection11(URI.create(server.baseUrl()).getPort())) {
            var page = connection.get("/report", "Accept-Encoding: gzip", "Accept: text/html");
            bytes += page.wireBytes();
            var assets = new LinkedHashSet<String>();
            var names = ASSET.matcher(text(page));
            while (names.find()) {
                assets.add(names.group(1));
            }
            for (var asset : assets) {
                var answer = connection.get(asset, "Accept-Encoding: gzip");
                bytes += answer.wireBytes();
                out.println("  " + answer.wireBytes() + " B " + asset);
            }
            out.println(
                    "report page: " + page.wireBytes() + " B, with its " + assets.size() + " files " + bytes + " B");
        }
        return bytes;
    }

    private static String text(Connection11.Answer answer) throws IOException {
        if (!"gzip".equals(answer.headers().get("content-encoding"))) {
            return answer.text();
        }
        try (var plain = new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Figure board(ServerProcess server, SignedIn dispatcher, PrintStream out) throws Exception {
        var call = dispatcher.command("/api/dispatch/calls", """
                {"callerName": null, "locationText": "before the market hall", "type": "noise", "notes": "Loud music",
                 "point": {"latitude": %s, "longitude": %s}, "trust": "EXACT"}""".formatted(DemoServer.LATITUDE, DemoServer.LONGITUDE));
        if (call.status() != 200) {
            throw new IllegalStateException("the call was not taken: " + call.text());
        }
        fill(server);
        Load.oneByOne(60, () -> read(dispatcher));
        var ratios = new double[ROUNDS];
        var pages = new double[ROUNDS];
        var queries = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var before = queryTime(server);
            pages[round] = Load.oneByOne(READS, () -> read(dispatcher)).median();
            var after = queryTime(server);
            queries[round] = (after[0] - before[0]) / (after[1] - before[1]) * 1_000;
            ratios[round] = pages[round] / queries[round];
        }
        out.println(String.format(
                Locale.ROOT,
                "board with %d open incidents over HTTP: %.1f ms, its one query %.1f ms",
                OPEN_INCIDENTS,
                new Samples(pages).median(),
                new Samples(queries).median()));
        return Figure.atMost("board-vs-its-query", new Samples(ratios).median(), 10);
    }

    private static void read(SignedIn dispatcher) throws IOException {
        var answer = dispatcher.get("/board");
        if (answer.status() != 200) {
            throw new IllegalStateException("/board answered " + answer.status());
        }
    }

    /** Seconds spent in the query so far, and how often. */
    private static double[] queryTime(ServerProcess server) throws IOException {
        try (var connection = new Connection11(URI.create(server.baseUrl()).getPort())) {
            var metrics = connection.get("/actuator/prometheus", "Authorization: Bearer " + TOKEN);
            return new double[] {
                value(metrics.text(), "openbeat_board_query_seconds_sum"),
                value(metrics.text(), "openbeat_board_query_seconds_count")
            };
        }
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void fill(ServerProcess server) throws SQLException {
        try (var connection = server.database()) {
            Copies.insert(connection, "dispatch.incident", String.format(Locale.ROOT, """
                    select jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'day', '2020-01-01',
                        'day_number', g, 'number', '2020-01-01/' || g)) as p
                    from generate_series(1, %d) g
                    cross join (select i from dispatch.incident i where status <> 'CLOSED' limit 1) open""", OPEN_INCIDENTS - 1));
        }
    }
}
