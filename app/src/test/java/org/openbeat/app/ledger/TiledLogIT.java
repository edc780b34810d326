package org.openbeat.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.ConsistencyProof;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.TileCodec;
import org.openbeat.engine.tlog.TileHashes;
import org.openbeat.engine.tlog.TilePath;
import org.openbeat.engine.tlog.TilePath.EntryBundlePath;
import org.openbeat.engine.tlog.TilePath.HashTile;
import org.openbeat.engine.tlog.VerifierKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What a stranger can do over HTTP with nothing but the engine. */
@OpenbeatTest
class TiledLogIT {

    @LocalServerPort
    int port;

    @Autowired
    Sequencer sequencer;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void entries() throws InterruptedException {
        write(300);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_stranger_rebuilds_the_signed_root_from_entries_and_from_tiles() throws Exception {
        var checkpoint = checkpoint();
        assertThat(checkpoint.size()).isGreaterThanOrEqualTo(300);
        var range = new CompactRange();
        for (long index = 0; range.size() < checkpoint.size(); index++) {
            int width = HashTile.in(checkpoint.size(), 0, index).orElseThrow().width();
            var bundle = TileCodec.decodeEntries(bytes(new EntryBundlePath(index, width)));
            assertThat(bundle).hasSize(width);
            bundle.forEach(entry -> range.append(Hash.ofLeaf(entry)));
        }
        assertThat(range.root()).isEqualTo(checkpoint.root());
        assertThat(tree(checkpoint).tree().root()).isEqualTo(checkpoint.root());
    }

    @Test
    void a_stranger_proves_that_the_log_only_grew() throws Exception {
        var older = checkpoint();
        write(10);
        var newer = checkpoint();
        assertThat(newer.size()).isGreaterThan(older.size());
        var proof = tree(newer).tree().consistencyProof(older.size());
        assertThat(ConsistencyProof.verifies(older.size(), newer.size(), proof.hashes(), older.root(), newer.root()))
                .isTrue();
    }

    @Test
    void resources_have_the_types_and_lifetimes_of_the_specification() throws Exception {
        var checkpoint = get("/ledger/checkpoint");
        assertThat(checkpoint.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/plain; charset=utf-8".replace("; ", ";"));
        assertThat(checkpoint.headers().firstValue("Cache-Control")).contains("max-age=1, must-revalidate");
        for (var path : List.of("/ledger/tile/0/000", "/ledger/tile/entries/000", "/ledger/tile/1/000.p/1")) {
            var tile = get(path);
            assertThat(tile.statusCode()).isEqualTo(200);
            assertThat(tile.headers().firstValue("Content-Type")).contains("application/octet-stream");
            assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
        }
        assertThat(get("/ledger/tile/0/000").body()).hasSize(8192);
        assertThat(get("/ledger/tile/0/000.p/5").body()).hasSize(5 * 32);
    }

    @Test
    void bundles_of_entries_are_compressed_for_those_who_can_read_it() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ledger/tile/entries/000"))
                .header("Accept-Encoding", "gzip, identity")
                .build();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var unpacked = new GZIPInputStream(answer.body())) {
            assertThat(unpacked.readAllBytes())
                    .isEqualTo(get("/ledger/tile/entries/000").body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/999",
                "0/000.p/0",
                "0/000.p/256",
                "0/0",
                "0/x999/999",
                "7/000",
                "63/000",
                "64/000",
                "1/000",
                "entries/999",
                "entries/x000/001",
                "",
                "entries",
                "0",
                "99999999999999999999/000",
                "-1/000"
            })
    void what_is_not_there_yet_or_never_will_be_is_not_found(String path) throws Exception {
        var answer = get("/ledger/tile/" + path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void the_page_explains_the_ledger_in_both_languages() throws Exception {
        var english = text("/ledger");
        assertThat(english).contains("How to check a receipt", vkey().format());
        assertThat(text("/ledger?lang=zh-CN")).contains("怎样核验回执", vkey().format());
    }

    @Test
    void operators_see_whether_the_ledger_keeps_up() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private void write(int count) throws InterruptedException {
        var run = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < count; i++) {
                events.publishEvent(new Tried(run + i, Map.of()));
            }
        });
        assertThat(sequencer.awaitPlaced(Duration.ofSeconds(30))).isTrue();
    }

    private Checkpoint checkpoint() throws Exception {
        var note = SignedNote.parse(text("/ledger/checkpoint"));
        note.verify(List.of(vkey()));
        return Checkpoint.parse(note.text());
    }

    private VerifierKey vkey() throws IOException, InterruptedException {
        return VerifierKey.parse(text("/ledger/vkey").strip());
    }

    private TileHashes tree(Checkpoint checkpoint) {
        return new TileHashes(checkpoint.size(), tile -> TileCodec.decodeHashes(bytes(tile)));
    }

    private byte[] bytes(TilePath path) {
        try {
            var answer = get("/ledger/tile/" + path.path());
            assertThat(answer.statusCode()).as(path.path()).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String text(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
