package org.openbeat.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.engine.tlog.AddCheckpoint;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.Cosignature;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.UnverifiedException;
import org.openbeat.engine.tlog.VerifierKey;
import org.openbeat.engine.tlog.WitnessAnswer.Cosigned;

class WitnessServerTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String NAME = "paper.example/witness";

    @TempDir
    Path folder;

    private final TestLog log = TestLog.of("truth");
    private final HttpClient client = HttpClient.newHttpClient();
    private WitnessFolder memory;
    private WitnessServer server;

    @BeforeEach
    void start() throws IOException {
        memory = WitnessFolder.open(folder, Optional.of(NAME), List.of(log.key().verifierKey()), new SecureRandom());
        server = WitnessServer.start(
                memory, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        server.close();
        memory.close();
        client.close();
    }

    @Test
    void a_log_that_grows_is_cosigned_with_the_time() throws Exception {
        for (var request : List.of(log.from(0, 3), log.from(3, 3), log.from(3, 250))) {
            var answer = send(request);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(cosignatures(request, answer.body())).containsExactly(new Cosignature(vkey(), NOON));
        }
        assertThat(get("/").body()).contains(vkey().format(), "entries seen: 250");
        var path = "/checkpoints/" + WitnessFolder.hash(TestLog.ORIGIN);
        var kept = SignedNote.parse(get(path).body());
        assertThat(kept.verify(List.of(log.key().verifierKey()))).hasSize(1);
        assertThat(kept.cosignatures(List.of(vkey()))).hasSize(1);
    }

    @Test
    void a_fork_is_refused_and_what_proves_it_is_kept() throws Exception {
        assertThat(send(log.from(0, 8)).statusCode()).isEqualTo(200);
        var fork = log.fork("forgery");
        var sameSize = send(new AddCheckpoint(8, List.of(), fork.checkpoint(8)));
        assertThat(sameSize.statusCode()).isEqualTo(409);
        assertThat(sameSize.body()).isEqualTo("8\n");
        assertThat(sameSize.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(send(fork.from(8, 20)).statusCode()).isEqualTo(422);
        assertThat(send(fork.from(8, 20)).statusCode()).isEqualTo(422);
        var evidence = folder.resolve("evidence").resolve(WitnessFolder.hash(TestLog.ORIGIN));
        try (var files = Files.list(evidence)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .startsWith(
                                    memory.newest(TestLog.ORIGIN).orElseThrow().format())
                            .containsPattern("log.example/ledger\n(8|20)\n"));
        }
        assertThat(send(log.from(8, 20)).statusCode())
                .as("the true history goes on")
                .isEqualTo(200);
    }

    @Test
    void a_log_that_was_rolled_back_gets_no_signature() throws Exception {
        send(log.from(0, 100));
        for (var request : List.of(
                log.from(0, 50), log.from(50, 50), log.fork("new history").from(50, 120))) {
            var answer = send(request);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("100\n");
        }
    }

    @Test
    void strangers_are_told_why() throws Exception {
        assertThat(send(TestLog.of("other key").from(0, 8)).statusCode()).isEqualTo(403);
        assertThat(post("old 0\n\nother.example\n1\n" + "A".repeat(43) + "=\n\n— other.example AAAAAAA=\n")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("nonsense").statusCode()).isEqualTo(400);
        assertThat(post("x".repeat(300_000)).statusCode()).isEqualTo(413);
        assertThat(get(AddCheckpoint.PATH).statusCode()).isEqualTo(405);
        assertThat(get("/checkpoints/nonsense").statusCode()).isEqualTo(404);
        assertThat(get("/vkey").body().strip()).isEqualTo(vkey().format());
    }

    @Test
    void of_two_histories_that_race_one_is_cosigned() throws Exception {
        var fork = log.fork("forgery");
        var requests = LongStream.rangeClosed(1, 40)
                .mapToObj(size ->
                        (Callable<HttpResponse<String>>) () -> send((size % 2 == 0 ? log : fork).from(0, size)))
                .toList();
        try (var pool = Executors.newFixedThreadPool(16)) {
            long cosigned = 0;
            for (var answer : pool.invokeAll(requests)) {
                cosigned += answer.get().statusCode() == 200 ? 1 : 0;
            }
            assertThat(cosigned)
                    .as("all of them start from nothing, so one of them can be first")
                    .isEqualTo(1);
        }
    }

    @Test
    void requests_that_race_never_take_the_log_back() throws Exception {
        send(log.from(0, 1));
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (long size = 2; size <= 60; size += 4) {
                long older = seen();
                long target = Math.max(size, older);
                var tasks = LongStream.range(target, target + 4)
                        .mapToObj(wanted -> (Callable<Integer>)
                                () -> send(log.from(older, wanted)).statusCode())
                        .toList();
                long cosigned = 0;
                for (var status : pool.invokeAll(tasks)) {
                    assertThat(status.get()).isIn(200, 409);
                    cosigned += status.get() == 200 ? 1 : 0;
                }
                assertThat(cosigned).isPositive();
                assertThat(seen()).isGreaterThanOrEqualTo(older);
            }
        }
    }

    @Test
    void what_was_cosigned_is_remembered_after_a_restart() throws Exception {
        send(log.from(0, 100));
        var key = vkey();
        stop();
        memory = WitnessFolder.open(folder, Optional.empty(), List.of(), new SecureRandom());
        server = WitnessServer.start(
                memory, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Clock.systemUTC());
        assertThat(vkey()).isEqualTo(key);
        var again = HttpClient.newHttpClient();
        var uri = URI.create("http://127.0.0.1:" + server.address().getPort() + AddCheckpoint.PATH);
        var request = HttpRequest.newBuilder(uri)
                .POST(BodyPublishers.ofByteArray(
                        log.fork("forgery").from(0, 100).format()))
                .build();
        assertThat(again.send(request, BodyHandlers.ofString()).body()).isEqualTo("100\n");
        again.close();
    }

    @Test
    void one_folder_serves_one_process_and_keeps_its_name() {
        assertThatThrownBy(() -> WitnessFolder.open(folder, Optional.empty(), List.of(), new SecureRandom()))
                .isInstanceOf(WitnessException.class)
                .hasMessageContaining("Another witness");
        memory.close();
        assertThatThrownBy(() -> WitnessFolder.open(folder, Optional.of("other"), List.of(), new SecureRandom()))
                .isInstanceOf(WitnessException.class)
                .hasMessageContaining(NAME);
        assertThatThrownBy(() ->
                        WitnessFolder.open(folder.resolve("new"), Optional.empty(), List.of(), new SecureRandom()))
                .isInstanceOf(WitnessException.class)
                .hasMessageContaining("--name");
        assertThatThrownBy(() -> WitnessFolder.open(folder, Optional.empty(), List.of(vkey()), new SecureRandom()))
                .isInstanceOf(WitnessException.class)
                .hasMessageContaining("key of a witness");
    }

    @Test
    void key_and_memory_are_for_the_owner_alone() throws Exception {
        send(log.from(0, 8));
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.endsWith("witness.lock")))
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_memory_that_was_damaged_or_forged_is_not_taken_for_none() throws Exception {
        send(log.from(0, 8));
        memory.close();
        var file = folder.resolve(WitnessFolder.hash(TestLog.ORIGIN) + ".checkpoint");
        for (var damaged : List.of("", "half", log.checkpoint(2).format())) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> WitnessFolder.open(folder, Optional.empty(), List.of(), new SecureRandom()))
                    .isInstanceOf(WitnessException.class)
                    .hasMessageContaining("damaged");
        }
    }

    private long seen() {
        return Checkpoint.parse(memory.newest(TestLog.ORIGIN).orElseThrow().text())
                .size();
    }

    private VerifierKey vkey() {
        return memory.key().verifierKey();
    }

    private List<Cosignature> cosignatures(AddCheckpoint request, String body) throws UnverifiedException {
        return request.checkpoint().with(Cosigned.parse(body).signatures()).cosignatures(List.of(vkey()));
    }

    private HttpResponse<String> send(AddCheckpoint request) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(AddCheckpoint.PATH))
                        .POST(BodyPublishers.ofByteArray(request.format()))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(AddCheckpoint.PATH))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }
}
