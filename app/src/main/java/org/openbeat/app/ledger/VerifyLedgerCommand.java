package org.openbeat.app.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.engine.tlog.Json;
import org.openbeat.engine.tlog.SignedNote;
import org.springframework.stereotype.Component;

/**
 * {@code ledger-verify}: checks the whole ledger and the tables against it. Each finding is a line of kind, record, time
 * and detail, parted by tabs; the exit status is 0 if everything holds and 1 if not. {@code --json} prints one JSON
 * document instead; {@code --kept=FILE}, as often as wanted, names a checkpoint that somebody kept.
 */
@Component
class VerifyLedgerCommand implements OneOffCommand {
    /** A server that was killed leaves entries waiting; this process places them before it judges. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String KEPT = "--kept=";

    private final Ledger ledger;
    private final Sequencer sequencer;

    VerifyLedgerCommand(Ledger ledger, Sequencer sequencer) {
        this.ledger = ledger;
        this.sequencer = sequencer;
    }

    @Override
    public String name() {
        return "ledger-verify";
    }

    @Override
    public int run(String argument) {
        boolean json = false;
        var kept = new ArrayList<SignedNote>();
        for (var word : argument.lines().filter(line -> !line.isBlank()).toList()) {
            if (word.equals("--json")) {
                json = true;
            } else if (word.startsWith(KEPT)) {
                kept.add(read(Path.of(word.substring(KEPT.length()))));
            } else {
                System.err.println("unknown option " + word);
                return 2;
            }
        }
        try {
            sequencer.awaitPlaced(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        var found = ledger.verify(kept, progress -> System.err.println("    " + progress));
        System.out.println(json ? json(found) : text(found));
        return found.holds() ? 0 : 1;
    }

    private static SignedNote read(Path file) {
        try {
            return SignedNote.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private String text(Verification found) {
        var lines = new ArrayList<>(found.faults());
        lines.add("%s: %,d entries, %,d of them with an erased payload; %,d wait for their place; %,d rows. Key: %s"
                .formatted(
                        found.holds() ? "The ledger holds" : "The ledger does NOT hold",
                        found.size(),
                        found.erased(),
                        found.pending(),
                        found.rows(),
                        ledger.verifierKey()));
        return String.join(System.lineSeparator(), lines);
    }

    private String json(Verification found) {
        return Json.of(Map.of(
                        "holds", found.holds(),
                        "entries", found.size(),
                        "erased", found.erased(),
                        "pending", found.pending(),
                        "rows", found.rows(),
                        "key", ledger.verifierKey().format(),
                        "findings", json(found.findings())))
                .canonicalText();
    }

    private static List<Map<String, Object>> json(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Map.<String, Object>of(
                        "kind", finding.kind().word(),
                        "record", finding.record(),
                        "at",
                                finding.at() == null
                                        ? new Json.Nothing()
                                        : finding.at().toString(),
                        "detail", finding.detail()))
                .toList();
    }
}
