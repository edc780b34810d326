package org.openbeat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openbeat.demo.ServerProcess;

/**
 * Kills the server as {@code kill -9} does while reports come in, starts it again and looks for every report that was
 * answered. {@code -Dopenbeat.kills=20} kills it more often.
 */
class KillJourney {
    private static final int KILLS = Integer.getInteger("openbeat.kills", 2);
    private static final int SENDERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern REFERENCE = Pattern.compile("\"service_request_id\"\\s*:\\s*\"([^\"]+)\"");

    private final Queue<String> answered = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(20);

    @Test
    void what_was_answered_is_there_after_a_kill_and_the_ledger_holds() throws Exception {
        try (var server = ServerProcess.startDemo(Path.of("target"), "kill", "--openbeat.rate-limits.enabled=false")) {
            for (int kill = 0; kill < KILLS; kill++) {
                sendUntilKilled(server, 2 * SENDERS + random.nextInt(40 * SENDERS));
                server.restart();
                assertThat(missing(server))
                        .as("answered and gone after kill %d", kill + 1)
                        .isEmpty();
                assertThat(urgentWithoutIncident(server)).isZero();
                assertThat(changesWithoutEntry(server)).isZero();
            }
            assertThat(answered).hasSizeGreaterThan(KILLS * 2 * SENDERS);
            assertThat(server.runOnce("ledger-verify")).isZero();
        }
    }

    /** Kills in the middle of the load, however fast the machine is: once so many more were answered. */
    private void sendUntilKilled(ServerProcess server, int answers) throws InterruptedException {
        var running = new AtomicBoolean(true);
        var enough = answered.size() + answers;
        var patience = System.nanoTime() + PATIENCE.toNanos();
        var key = DemoServer.partnerKey(server);
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < SENDERS; i++) {
                senders.submit(() -> send(server.baseUrl(), key, running));
            }
            while (answered.size() < enough && running.get() && System.nanoTime() < patience) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            server.kill();
            running.set(false);
        }
    }

    private void send(String baseUrl, String key, AtomicBoolean running) {
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; running.get(); i++) {
                var answer = client.send(request(baseUrl, key, i), BodyHandlers.ofString());
                var reference = REFERENCE.matcher(answer.body());
                if (answer.statusCode() < 300 && reference.find()) {
                    answered.add(reference.group(1));
                }
            }
        } catch (IOException e) {
            // Killed: whatever this request was, nobody was told that it was stored.
            if (running.get()) {
                running.set(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(String baseUrl, String key, int i) {
        var form = String.format(
                Locale.ROOT,
                "api_key=%s&service_code=%s&address_string=%s&description=%s",
                key,
                i % 3 == 0 ? "fight" : "street-light",
                encoded("before the market hall"),
                encoded("Sent while the server is being killed, number " + i));
        return HttpRequest.newBuilder(URI.create(baseUrl + "/open311/v2/requests.json"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<String> missing(ServerProcess server) throws SQLException {
        var missing = new ArrayList<String>();
        try (var connection = server.database();
                var query = connection.prepareStatement("select 1 from desk.report where reference = ?")) {
            for (var reference : answered) {
                query.setString(1, reference);
                try (var row = query.executeQuery()) {
                    if (!row.next()) {
                        missing.add(reference);
                    }
                }
            }
        }
        return missing;
    }

    private static int urgentWithoutIncident(ServerProcess server) {
        return count(server, """
                select count(*) from desk.report
                where urgent and not exists (select from dispatch.incident_report i where i.report = report.id)""");
    }

    private static int changesWithoutEntry(ServerProcess server) {
        return count(server, """
                select count(*) from desk.report where not exists (
                    select from ledger.entry where subject_id = report.id::text and action = 'desk.report-received')""");
    }

    private static int count(ServerProcess server, String sql) {
        try (var connection = server.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
