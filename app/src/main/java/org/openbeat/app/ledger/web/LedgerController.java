package org.openbeat.app.ledger.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.engine.tlog.TilePath;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

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
        model.addAttribute("organisation", settings.organisation());
        return "ledger/index";
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

    @GetMapping("/ledger/vkey")
    ResponseEntity<String> vkey() {
        return ResponseEntity.ok()
                .contentType(PLAIN_TEXT)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(ledger.verifierKey().format() + "\n");
    }

    /** A tile never changes once it is there; one that is not there yet must not be remembered as missing. */
    @GetMapping("/ledger/tile/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable String path) {
        Optional<byte[]> bytes = TilePath.parse(path.substring(1)).flatMap(ledger::tile);
        return bytes.map(tile -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(tile))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }
}
