package org.openbeat.app.ledger.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.engine.tlog.TilePath;
import org.openbeat.engine.tlog.TilePath.EntryBundlePath;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The log as C2SP tlog-tiles serves it, below the prefix {@code /ledger}, and the page that explains it. */
@Controller
class LedgerController {
    private static final MediaType PLAIN_TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Ledger ledger;
    private final OpenbeatSettings settings;

    LedgerController(Ledger ledger, OpenbeatSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    @GetMapping("/ledger")
    String page(Model model) {
        model.addAttribute("checkpoint", ledger.checkpoint().orElse(""));
        model.addAttribute("vkey", ledger.verifierKey().format());
        model.addAttribute("keys", ledger.keys());
        model.addAttribute("maximum", Long.MAX_VALUE);
        model.addAttribute("witnesses", ledger.witnesses());
        model.addAttribute("organisation", settings.organisation());
        return "ledger/index";
    }

    /** For residents: what the file that they were given is worth. */
    @GetMapping("/receipts")
    String receipts(Model model) {
        model.addAttribute("organisation", settings.organisation());
        return "ledger/receipts";
    }

    /** It changes with every act, so nobody may keep it longer than a second. */
    @GetMapping("/ledger/checkpoint")
    ResponseEntity<String> checkpoint() {
        return ledger.checkpoint()
                .map(note -> ResponseEntity.ok()
                        .contentType(PLAIN_TEXT)
                        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)).mustRevalidate())
                        .body(note))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** One hash on each line, as RFC 9162, 2.1.4.1, orders them; nothing when both sizes are the same. */
    @GetMapping("/ledger/consistency")
    ResponseEntity<String> consistency(@RequestParam long from, @RequestParam long to) {
        var proof = ledger.consistencyProof(from, to)
                .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "ledger-sizes-unknown", from, to));
        var lines = new StringBuilder();
        proof.forEach(hash -> lines.append(hash.base64()).append('\n'));
        return ResponseEntity.ok()
                .contentType(PLAIN_TEXT)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(lines.toString());
    }

    @GetMapping("/ledger/vkey")
    ResponseEntity<String> vkey() {
        return ResponseEntity.ok()
                .contentType(PLAIN_TEXT)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(ledger.verifierKey().format() + "\n");
    }

    /** Leads whoever kept an older key to the one that signs now, and back. */
    @GetMapping("/ledger/key-notices")
    ResponseEntity<String> keyNotices() {
        return ResponseEntity.ok()
                .contentType(PLAIN_TEXT)
                .cacheControl(CacheControl.noCache())
                .body(ledger.keyNotices());
    }

    /** A tile never changes once it is there; one that is not there yet must not be remembered as missing. */
    @GetMapping("/ledger/tile/{*path}")
    ResponseEntity<byte[]> tile(
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        var tile = TilePath.parse(path.substring(1));
        boolean zip = tile.filter(EntryBundlePath.class::isInstance).isPresent() && encodings.contains("gzip");
        return tile.flatMap(ledger::tile)
                .map(bytes -> zip
                        ? immutable()
                                .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                                .body(zipped(bytes))
                        : immutable().body(bytes))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    private static ResponseEntity.BodyBuilder immutable() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    /** Entries are text and shrink to a third; hashes would not shrink at all. */
    private static byte[] zipped(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return packed.toByteArray();
    }
}
