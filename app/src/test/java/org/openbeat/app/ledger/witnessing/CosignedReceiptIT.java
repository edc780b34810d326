package org.openbeat.app.ledger.witnessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.app.ledger.Receipt;
import org.openbeat.app.ledger.Tried;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.ConsistencyProof;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.ReceiptVerifier;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.witness.WitnessFolder;
import org.openbeat.witness.WitnessServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger of the application and a witness of ours: what a resident then has in hand. */
@OpenbeatTest
class CosignedReceiptIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    Ledger ledger;

    @Autowired
    WitnessedLog log;

    @Autowired
    JdbcWitnesses store;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private WitnessFolder memory;
    private WitnessServer witness;
    private Round round;

    @BeforeEach
    void start() throws Exception {
        memory = WitnessFolder.open(
                folder, Optional.of("paper.example"), List.of(ledger.verifierKey()), new SecureRandom());
        witness = WitnessServer.start(memory, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), clock);
        var configured = new WitnessingSettings.Configured(
                URI.create("http://127.0.0.1:" + witness.address().getPort()),
                memory.key().verifierKey().format());
        var settings = new WitnessingSettings(
                List.of(configured), Duration.ZERO, PATIENCE, Duration.ofMinutes(1), Duration.ofHours(1));
        round = new Round(log, settings, new WitnessClient(PATIENCE), store, clock, transaction);
    }

    @AfterEach
    void stop() {
        witness.close();
        memory.close();
        http.close();
        jdbc.sql("delete from ledger.cosigned_head").update();
        jdbc.sql("delete from ledger.witness").update();
        jdbc.sql("update ledger.witness_round set begun_at = '-infinity', published_size = 0, published_note = null")
                .update();
    }

    @Test
    void a_receipt_carries_the_word_of_the_witness_as_soon_as_there_is_one() throws Exception {
        var act = act();
        var both =
                new ReceiptVerifier(List.of(ledger.verifierKey(), memory.key().verifierKey()));
        var alone = new ReceiptVerifier(List.of(ledger.verifierKey()));
        var before = alone.verify(receipt(act).bytes());
        assertThat(before.vouched().strangers()).isEmpty();
        round.run();
        var after = both.verify(receipt(act).bytes());
        assertThat(after.index()).isEqualTo(before.index());
        assertThat(after.vouched().cosignatures()).hasSize(1);
        assertThat(alone.verify(receipt(act).bytes()).vouched().strangers()).containsExactly("paper.example");
        var later = act();
        assertThat(alone.verify(receipt(later).bytes()).vouched().strangers())
                .as("not seen by the witness yet")
                .isEmpty();
    }

    @Test
    void a_stranger_gets_the_proof_between_any_two_checkpoints() throws Exception {
        act();
        var older = Checkpoint.parse(
                SignedNote.parse(get("/ledger/checkpoint").body()).text());
        act();
        var newer = Checkpoint.parse(
                SignedNote.parse(get("/ledger/checkpoint").body()).text());
        var answer = get("/ledger/consistency?from=%d&to=%d".formatted(older.size(), newer.size()));
        var hashes = answer.body().lines().map(Hash::ofBase64).toList();
        assertThat(ConsistencyProof.verifies(older.size(), newer.size(), hashes, older.root(), newer.root()))
                .isTrue();
        assertThat(get("/ledger/consistency?from=2&to=2").body()).isEmpty();
        for (var odd : List.of("from=0&to=2", "from=3&to=2", "from=1&to=999999999", "from=-1&to=2")) {
            assertThat(get("/ledger/consistency?" + odd).statusCode()).as(odd).isEqualTo(404);
        }
        assertThat(get("/ledger/consistency?from=a&to=2").statusCode()).isEqualTo(400);
    }

    @Test
    void pages_say_what_a_receipt_proves_and_who_vouches() throws Exception {
        assertThat(get("/receipts").body()).contains("What a receipt proves", "It does not prove");
        assertThat(get("/receipts?lang=zh-CN").body()).contains("回执证明什么");
        assertThat(get("/ledger").body()).contains("No witness looks at this ledger yet");
    }

    private Tried act() {
        var act = new Tried(UUID.randomUUID().toString(), Map.of());
        transaction.executeWithoutResult(status -> events.publishEvent(act));
        assertThat(ledger.awaitReceipt(act.subject(), act.action(), PATIENCE)).isPresent();
        return act;
    }

    private Receipt receipt(Tried act) {
        return ledger.receipt(act.subject(), act.action()).orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
