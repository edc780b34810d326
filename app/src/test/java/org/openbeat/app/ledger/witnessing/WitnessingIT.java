package org.openbeat.app.ledger.witnessing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.CosignerKey;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.LogKeys;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.SignerKey;
import org.openbeat.engine.tlog.TrustPolicy;
import org.openbeat.witness.WitnessFolder;
import org.openbeat.witness.WitnessServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A log in memory, the real store, and witnesses over HTTP: ours, and some that misbehave. */
@OpenbeatTest
class WitnessingIT {
    private static final String ORIGIN = "log.example/ledger";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @Autowired
    JdbcWitnesses store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private final SignerKey key = SignerKey.generate(ORIGIN, new SecureRandom());
    private final MemoryLog log = new MemoryLog(key);
    private final SetClock clock = new SetClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final WitnessClient client = new WitnessClient(TIMEOUT);
    private final List<AutoCloseable> open = new ArrayList<>(List.of(client));

    @BeforeEach
    @AfterEach
    void forget() {
        jdbc.sql("delete from ledger.cosigned_head").update();
        jdbc.sql("delete from ledger.witness").update();
        jdbc.sql("update ledger.witness_round set begun_at = '-infinity', published_size = 0, published_note = null")
                .update();
    }

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    @Test
    void every_new_checkpoint_is_shown_with_the_cosignatures_of_all_witnesses() throws Exception {
        var witnesses = List.of(witness("paper"), witness("court"));
        var policy = new TrustPolicy(
                LogKeys.of(List.of(key.verifierKey())),
                witnesses.stream().map(WitnessingSettings.Configured::key).toList(),
                2);
        for (long size : new long[] {1, 7, 8, 200}) {
            log.tell("truth", size);
            round(witnesses).run();
            clock.goOn(Duration.ofSeconds(1));
            var vouched = policy.verify(shown(witnesses));
            assertThat(vouched.checkpoint().size()).isEqualTo(size);
            assertThat(vouched.cosignatures()).hasSize(2);
            assertThat(standings(witnesses)).allSatisfy(standing -> {
                assertThat(standing.size()).isEqualTo(size);
                assertThat(standing.isLevel()).isTrue();
            });
        }
        assertThat(store.cosigned(7).map(WitnessingIT::size))
                .as("covers entry 7")
                .contains(200L);
        assertThat(store.cosigned(200)).as("covers an entry that is not there").isEmpty();
    }

    @Test
    void a_witness_whose_memory_we_have_lost_or_never_had_is_asked_for_it() throws Exception {
        var witnesses = List.of(witness("paper"));
        log.tell("truth", 50);
        round(witnesses).run();
        forget();
        log.tell("truth", 80);
        round(witnesses).run();
        assertThat(standings(witnesses))
                .singleElement()
                .satisfies(standing -> assertThat(standing.size()).isEqualTo(80));
    }

    @Test
    void a_witness_that_was_served_by_another_server_with_a_newer_checkpoint_is_caught_up_with() throws Exception {
        var witnesses = List.of(witness("paper"));
        log.tell("truth", 90);
        round(witnesses).run();
        forget();
        var reads = new AtomicInteger();
        WitnessedLog late = new WitnessedLog() {
            @Override
            public Optional<SignedNote> head() {
                return reads.getAndIncrement() == 0
                        ? log.showOnly(60).head()
                        : log.showOnly(90).head();
            }

            @Override
            public List<Hash> consistencyProof(long from, long to) {
                return log.consistencyProof(from, to);
            }
        };
        round(late, witnesses).run();
        assertThat(standings(witnesses)).singleElement().satisfies(standing -> {
            assertThat(standing.isLevel()).isTrue();
            assertThat(standing.size()).isEqualTo(90);
        });
    }

    @Test
    void a_log_that_was_taken_back_is_an_alarm_until_it_is_right_again() throws Exception {
        var witnesses = List.of(witness("paper"));
        log.tell("truth", 90);
        round(witnesses).run();
        log.showOnly(40);
        clock.goOn(Duration.ofSeconds(1));
        round(witnesses).run();
        assertAlarm(witnesses, "It has seen 90 entries, and the ledger has only 40");
        log.tell("another story since the backup", 120);
        clock.goOn(Duration.ofMinutes(2));
        round(witnesses).run();
        assertAlarm(witnesses, "not the beginning");
        log.tell("truth", 120);
        clock.goOn(Duration.ofMinutes(2));
        round(witnesses).run();
        assertThat(standings(witnesses))
                .singleElement()
                .satisfies(standing -> assertThat(standing.trouble()).isNull());
    }

    @Test
    void a_server_asks_when_it_starts_since_it_may_stand_on_yesterdays_backup() throws Exception {
        var witnesses = List.of(witness("paper"));
        log.tell("truth", 40);
        round(witnesses).run();
        var running = round(witnesses);
        log.tell("truth", 60);
        clock.goOn(Duration.ofSeconds(1));
        running.run();
        restoreRow(witnesses.getFirst(), 40);
        log.showOnly(40);
        clock.goOn(Duration.ofSeconds(1));
        round(witnesses).run();
        assertAlarm(witnesses, "It has seen 60 entries, and the ledger has only 40");
    }

    /** As a backup has it: level with the witness at this size. */
    private void restoreRow(WitnessingSettings.Configured witness, long size) {
        store.replace(witness.key(), new JdbcWitnesses.Row(size, clock.instant(), null, null, null, 0, null));
        jdbc.sql("update ledger.witness_round set published_size = :size")
                .param("size", size)
                .update();
    }

    @Test
    void a_fork_of_the_same_size_is_an_alarm() throws Exception {
        var witnesses = List.of(witness("paper"));
        log.tell("truth", 90);
        round(witnesses).run();
        log.tell("another story", 90);
        clock.goOn(Duration.ofHours(2));
        round(witnesses).run();
        assertAlarm(witnesses, "another history of 90 entries");
        assertThat(new WitnessHealthIndicator(facade(witnesses))
                        .health()
                        .getStatus()
                        .getCode())
                .isEqualTo("DOWN");
    }

    @Test
    void a_witness_that_is_away_holds_up_nobody_and_is_asked_less_often() throws Exception {
        var away = new WitnessingSettings.Configured(URI.create("http://127.0.0.1:1"), newKey("away"));
        var witnesses = List.of(witness("paper"), away);
        log.tell("truth", 10);
        var since = clock.instant();
        round(witnesses).run();
        assertThat(standings(witnesses).getFirst().isLevel()).isTrue();
        var standing = standings(witnesses).getLast();
        assertThat(standing.trouble()).isEqualTo(Trouble.UNREACHABLE);
        assertThat(standing.behindSince()).isEqualTo(since);
        for (int i = 0; i < 100; i++) {
            clock.goOn(Duration.ofSeconds(1));
            log.tell("truth", 11 + i);
            round(witnesses).run();
        }
        assertThat(standings(witnesses).getFirst().size()).isEqualTo(110);
        assertThat(standings(witnesses).getLast().behindSince()).isEqualTo(since);
        assertThat(store.find(away.key()).failures()).isBetween(5, 12);
        assertThat(new WitnessHealthIndicator(facade(witnesses))
                        .health()
                        .getStatus()
                        .getCode())
                .isEqualTo("UP");
    }

    @Test
    void a_witness_that_never_answers_is_cut_off_after_its_time() throws Exception {
        var hold = new CountDownLatch(1);
        var witnesses = List.of(
                misbehaving(exchange -> {
                    try {
                        hold.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }),
                witness("paper"));
        log.tell("truth", 10);
        round(witnesses).run();
        hold.countDown();
        assertThat(standings(witnesses).getFirst().detail()).contains("no answer within");
        assertThat(standings(witnesses).getLast().isLevel()).isTrue();
    }

    @Test
    void whatever_else_a_witness_answers_is_no_cosignature() throws Exception {
        var other = CosignerKey.generate("misbehaving.example", new SecureRandom());
        log.tell("truth", 10);
        var text = log.head().orElseThrow().text();
        for (var body : List.of(
                "200 ",
                "200 nonsense\n",
                "200 " + other.cosign(text, clock.instant()).line(),
                "200 — misbehaving.example AAAAAAA=\n",
                "200 " + "x".repeat(10_000_000),
                "302 elsewhere",
                "409 nonsense\n",
                "409 -1\n",
                "409 3\n",
                "500 broken",
                "422 \n")) {
            forget();
            var witnesses = List.of(misbehaving(exchange -> {
                var bytes = body.substring(4).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
                exchange.sendResponseHeaders(Integer.parseInt(body.substring(0, 3)), 0);
                exchange.getResponseBody().write(bytes);
            }));
            round(witnesses).run();
            assertThat(standings(witnesses))
                    .singleElement()
                    .satisfies(standing -> assertThat(standing.trouble())
                            .as(body.substring(0, Math.min(40, body.length())))
                            .isNotNull());
            assertThat(shown(witnesses).signatures()).hasSize(1);
        }
    }

    @Test
    void a_witness_that_does_not_know_us_is_a_matter_of_configuration() throws Exception {
        var stranger = new WitnessingSettings.Configured(
                witness("paper").url(), witness("another").vkey());
        log.tell("truth", 10);
        round(List.of(stranger)).run();
        assertThat(standings(List.of(stranger)).getFirst().detail()).contains("another key");
        var unknown = new MemoryLog(SignerKey.generate("unknown.example", new SecureRandom())).tell("truth", 3);
        var witnesses = List.of(witness("court"));
        clock.goOn(Duration.ofSeconds(1));
        round(unknown, witnesses).run();
        assertThat(standings(witnesses).getFirst().trouble()).isEqualTo(Trouble.REFUSED);
    }

    @Test
    void of_many_servers_one_asks_in_each_second() {
        int begun = 0;
        for (int i = 0; i < 30; i++) {
            begun += store.beginRound(clock.instant(), Duration.ofSeconds(1)) ? 1 : 0;
            clock.goOn(Duration.ofMillis(100));
        }
        assertThat(begun).isEqualTo(3);
    }

    @Test
    void what_is_shown_never_gets_shorter() throws Exception {
        var witnesses = List.of(witness("paper"));
        log.tell("truth", 90);
        round(witnesses).run();
        store.publish(40, log.showOnly(40).head().orElseThrow(), clock.instant());
        assertThat(size(shown(witnesses))).isEqualTo(90);
        log.tell("truth", 95);
        clock.goOn(Duration.ofMinutes(5));
        assertThat(shown(witnesses).signatures()).as("no round for minutes").hasSize(1);
        assertThat(size(shown(witnesses))).isEqualTo(95);
    }

    @Test
    void of_older_checkpoints_the_last_of_each_hour_is_kept() throws Exception {
        var witnesses = List.of(witness("paper"));
        for (int i = 1; i <= 60; i++) {
            log.tell("truth", i);
            round(witnesses).run();
            clock.goOn(Duration.ofMinutes(3));
        }
        var kept = jdbc.sql("select count(*) from ledger.cosignature")
                .query(Long.class)
                .single();
        assertThat(kept).isBetween(3L, 8L);
        assertThat(jdbc.sql("select count(*) from ledger.cosigned_head")
                        .query(Long.class)
                        .single())
                .isEqualTo(kept);
    }

    private void assertAlarm(List<WitnessingSettings.Configured> witnesses, String words) {
        assertThat(standings(witnesses)).singleElement().satisfies(standing -> {
            assertThat(standing.isAlarm()).isTrue();
            assertThat(standing.detail()).contains(words);
        });
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    private SignedNote shown(List<WitnessingSettings.Configured> witnesses) {
        return facade(witnesses).toShow(log.head().orElseThrow());
    }

    private List<WitnessStanding> standings(List<WitnessingSettings.Configured> witnesses) {
        return facade(witnesses).standings();
    }

    private Witnesses facade(List<WitnessingSettings.Configured> witnesses) {
        return new Witnesses(store, settings(witnesses), clock);
    }

    private Round round(List<WitnessingSettings.Configured> witnesses) {
        return round(log, witnesses);
    }

    private Round round(WitnessedLog shownLog, List<WitnessingSettings.Configured> witnesses) {
        return new Round(shownLog, settings(witnesses), client, store, clock, transaction);
    }

    private static WitnessingSettings settings(List<WitnessingSettings.Configured> witnesses) {
        return new WitnessingSettings(
                witnesses, Duration.ofSeconds(1), TIMEOUT, Duration.ofMinutes(1), Duration.ofHours(1));
    }

    private WitnessingSettings.Configured witness(String name) throws IOException {
        var memory = WitnessFolder.open(
                folder.resolve(name), Optional.of(name + ".example"), List.of(key.verifierKey()), new SecureRandom());
        var server = WitnessServer.start(memory, loopback(), clock);
        open.add(server);
        open.add(memory);
        return new WitnessingSettings.Configured(
                URI.create("http://127.0.0.1:" + server.address().getPort() + "/"),
                memory.key().verifierKey().format());
    }

    private WitnessingSettings.Configured misbehaving(HttpHandler handler) throws IOException {
        var server = HttpServer.create(loopback(), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
        open.add(() -> server.stop(0));
        return new WitnessingSettings.Configured(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), newKey("misbehaving.example"));
    }

    private static String newKey(String name) {
        return CosignerKey.generate(name, new SecureRandom()).verifierKey().format();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
