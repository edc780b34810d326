package org.openbeat.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openbeat.demo.ServerProcess;

/** Lists and searches of staff with 5,000 and with 50,000 reports and incidents in the database (lesson R-85). */
final class ListsBenchmark implements Bench.Benchmark {
    private static final int SMALL = 5_000;
    private static final int LARGE = 50_000;
    private static final int WARM_UP = 60;
    private static final int RUNS = 200;
    private static final double BAR_MILLIS = 300;

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        try (var server = ServerProcess.startDemo(Bench.FOLDER, "lists");
                var reader = SignedIn.as("commander", server)) {
            var small = measure(server, reader, SMALL, out);
            var large = measure(server, reader, LARGE, out);
            return figures(small, large);
        }
    }

    private static Map<String, Samples> measure(ServerProcess server, SignedIn reader, int rows, PrintStream out)
            throws Exception {
        fill(server, rows);
        var results = new LinkedHashMap<String, Samples>();
        for (var page : pages(server).entrySet()) {
            var path = page.getValue();
            Load.oneByOne(WARM_UP, () -> read(reader, path));
            var samples = Load.oneByOne(RUNS, () -> read(reader, path));
            out.println(String.format(
                    Locale.ROOT,
                    "%s with %d rows: p50 %.1f ms, p95 %.1f ms",
                    page.getKey(),
                    rows,
                    samples.median(),
                    samples.p95()));
            results.put(page.getKey(), samples);
        }
        return results;
    }

    private static void read(SignedIn reader, String path) throws IOException {
        var answer = reader.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status());
        }
    }

    private static List<Figure> figures(Map<String, Samples> small, Map<String, Samples> large) {
        var figures = new ArrayList<Figure>();
        double allowed = Math.log(LARGE) / Math.log(SMALL);
        for (var page : large.entrySet()) {
            var before = small.get(page.getKey());
            figures.add(Figure.atMost(page.getKey() + "-p95-ms", page.getValue().p95(), BAR_MILLIS));
            if (before != null) {
                double growth = page.getValue().median() / before.median();
                figures.add(Figure.atMost(page.getKey() + "-growth", growth, allowed));
            }
        }
        return figures;
    }

    private static Map<String, String> pages(ServerProcess server) throws SQLException {
        var pages = new LinkedHashMap<String, String>();
        pages.put("reports-list", "/desk?which=ALL");
        pages.put("reports-list-open", "/desk");
        pages.put("reports-by-reference", "/desk?which=ALL&q=" + some(server, "select reference from desk.report"));
        pages.put("reports-by-word", "/desk?which=ALL&q=bicycle");
        pages.put("incidents-list", "/incidents");
        pages.put("incidents-by-number", "/incidents?q=" + some(server, "select number from dispatch.incident"));
        pages.put("incidents-by-word", "/incidents?q=bicycle");
        return pages;
    }

    private static String some(ServerProcess server, String sql) throws SQLException {
        try (var connection = server.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql + " offset 4000 limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Copies what the demo made until there are so many rows, each with its own keys, over the last two years. */
    private static void fill(ServerProcess server, int rows) throws SQLException, InterruptedException {
        try (var connection = server.database()) {
            Copies.insert(connection, "desk.report", String.format(Locale.ROOT, REPORTS, rows));
            Copies.insert(connection, "dispatch.incident", String.format(Locale.ROOT, INCIDENTS, rows));
            awaitLedger(connection);
        }
    }

    /** The ledger takes every row over that was copied in; what it costs is not a matter of the lists. */
    private static void awaitLedger(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            for (var waiting = true; waiting; TimeUnit.MILLISECONDS.sleep(200)) {
                try (var row = statement.executeQuery("select exists (select from ledger.pending)")) {
                    row.next();
                    waiting = row.getBoolean(1);
                }
            }
        }
    }

    private static final String REPORTS = """
            with missing as (select greatest(0, %d - count(*)) as n, count(*) as before from desk.report),
                 sample as (select r, row_number() over (order by received_at, id) as place from desk.report r limit 400)
            select jsonb_populate_record(sample.r, jsonb_build_object(
                'id', key.id,
                'submission', '\\x' || replace(key.id::text, '-', '') || replace(key.id::text, '-', ''),
                'secret', '\\x' || md5(key.id::text) || md5('s' || key.id),
                'reference', upper(key.left_half || '-' || key.right_half),
                'received_at', now() - (g * interval '20 minutes'),
                'changed_at', now() - (g * interval '20 minutes'),
                'description', 'Case ' || g || ': ' || (array['a bicycle was taken', 'the lamp is dark',
                    'loud music again', 'a car blocks the way', 'glass lies on the path'])[1 + g %% 5],
                'words', array_to_tsvector(array(select distinct w from unnest(array['case', 'g' || g, key.left_half || key.right_half] ||
                    (array['{bicycle,taken}', '{lamp,dark}', '{loud,music}', '{car,way}', '{glass,path}'])[1 + g %% 5]
                    ::text[]) w))::text)) as p
            from missing, generate_series(1, missing.n) g
            join sample on sample.place = 1 + g %% (select count(*) from sample)
            cross join lateral (
                select id, translate(substr(md5(id::text), 1, 4), '01', 'xy') as left_half,
                    translate(lpad(to_hex(missing.before + g), 4, '0'), '01', 'xy') as right_half
                from (select gen_random_uuid() as id where g > 0) new) key""";

    private static final String INCIDENTS = """
            with missing as (select greatest(0, %d - count(*)) as n from dispatch.incident),
                 sample as (select i, row_number() over (order by opened_at, id) as place
                            from dispatch.incident i where i.closed_at is not null limit 400),
                 base as (select coalesce(max(day_number), 0) as n from dispatch.incident where day = date '2020-01-01')
            select jsonb_populate_record(sample.i, jsonb_build_object(
                'id', gen_random_uuid(),
                'day', date '2020-01-01',
                'day_number', base.n + g,
                'number', '2020-01-01/' || (base.n + g),
                'opened_at', now() - (g * interval '20 minutes'),
                'summary', 'Case ' || g || ': ' || (array['a bicycle was taken', 'the lamp is dark',
                    'loud music again', 'a car blocks the way', 'glass lies on the path'])[1 + g %% 5])) as p
            from missing, base, generate_series(1, missing.n) g
            join sample on sample.place = 1 + g %% (select count(*) from sample)""";
}
