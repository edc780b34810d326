package org.openbeat.app.ledger.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.openbeat.app.kernel.OneOffCommand;
import org.springframework.stereotype.Component;

/** {@code ledger-export}: writes the log as files into the folder that the argument names. */
@Component
class ExportLedgerCommand implements OneOffCommand {
    private final LedgerExport export;

    ExportLedgerCommand(LedgerExport export) {
        this.export = export;
    }

    @Override
    public String name() {
        return "ledger-export";
    }

    @Override
    public int run(String argument) {
        if (argument.isBlank()) {
            System.err.println("Which folder? Use: ledger export DIR");
            return 2;
        }
        try {
            var folder = Path.of(argument.strip());
            long size = export.write(folder, progress -> System.err.println("    " + progress));
            System.out.printf("The first %,d entries are in %s: serve that folder as it is.%n", size, folder);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the copy", e);
        }
    }
}
