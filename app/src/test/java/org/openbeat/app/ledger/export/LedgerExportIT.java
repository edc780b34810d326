package org.openbeat.app.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.app.ledger.Tried;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.TileCodec;
import org.openbeat.engine.tlog.TileHashes;
import org.openbeat.engine.tlog.TilePath;
import org.openbeat.engine.tlog.TilePath.EntryBundlePath;
import org.openbeat.engine.tlog.TilePath.HashTile;
import org.openbeat.engine.tlog.VerifierKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A copy on a plain file server, checked by a stranger who has the engine and the key. */
@OpenbeatTest
class LedgerExportIT {

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerExport export;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void a_plain_file_server() {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = SimpleFileServer.createFileServer(anyPort, folder.toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        client.close();
    }

    @Test
    void a_stranger_checks_the_whole_copy_from_a_plain_file_server() throws Exception {
        add(300);
        long size = export.write(folder, progress -> {});
        assertThat(size).isGreaterThanOrEqualTo(300);
        checkAll(size);
    }

    @Test
    void a_copy_that_is_continued_keeps_its_full_tiles_and_is_whole_again() throws Exception {
        add(300);
        long before = export.write(folder, progress -> {});
        var tile = folder.resolve("tile/0/000");
        var written = Files.getLastModifiedTime(tile);
        add(300);
        long after = export.write(folder, progress -> {});
        assertThat(after).isGreaterThan(before);
        assertThat(Files.getLastModifiedTime(tile)).isEqualTo(written);
        checkAll(after);
    }

    private void checkAll(long size) throws Exception {
        var note = SignedNote.parse(new String(get("checkpoint"), StandardCharsets.UTF_8));
        var key = VerifierKey.parse(new String(get("vkey"), StandardCharsets.UTF_8).strip());
        assertThat(key).isEqualTo(ledger.verifierKey());
        assertThat(note.verify(List.of(key))).contains(key);
        var checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.size()).isEqualTo(size);
        var range = new CompactRange();
        var tiles = new TileHashes(size, tile -> TileCodec.decodeHashes(tile(tile)));
        for (long index = 0; range.size() < size; index++) {
            int width = HashTile.in(size, 0, index).orElseThrow().width();
            for (var entry : TileCodec.decodeEntries(tile(new EntryBundlePath(index, width)))) {
                assertThat(tiles.node(0, range.size())).isEqualTo(Hash.ofLeaf(entry));
                range.append(Hash.ofLeaf(entry));
            }
        }
        assertThat(range.root()).isEqualTo(checkpoint.root());
        assertThat(tiles.tree().root()).isEqualTo(checkpoint.root());
    }

    private void add(int count) {
        var run = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < count; i++) {
                events.publishEvent(new Tried(run + i, Map.of()));
            }
        });
        var last = new Recordable.Subject("test", run + (count - 1));
        assertThat(ledger.awaitReceipt(last, Tried.ACTION, Duration.ofSeconds(30)))
                .isPresent();
    }

    private byte[] tile(TilePath path) {
        try {
            return get("tile/" + path.path());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        var address = URI.create(
                "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path));
        var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
