package org.openbeat.app.dispatch.continuity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.stereotype.Component;

/**
 * The packs that lie ready as files: when the database is gone, or this program, they can still be printed. Only the
 * account under which the server runs may read them, since they say where people are in need.
 */
@Component
public class PackFolder {
    private final Path folder;

    PackFolder(ContinuitySettings settings, OpenbeatSettings general) {
        var own = settings.folder();
        this.folder = own == null ? general.data().resolve("continuity") : own;
    }

    /** Puts a pack in the place of the one before, whole or not at all. */
    public void put(AgencyId agency, Locale language, byte[] pdf) {
        var file = file(agency, language);
        try {
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, "pack", ".part"); // Readable by its owner alone.
            try {
                Files.write(fresh, pdf);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh); // Half a pack tells of people too.
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the pack " + file, e);
        }
    }

    /** When the pack that lies ready was written; empty when there is none. */
    public Optional<Instant> writtenAt(AgencyId agency, Locale language) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(agency, language)).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where it lies. */
    public Path file(AgencyId agency, Locale language) {
        var name = agency.value().replace('/', '.') + "-" + language.getLanguage() + ".pdf";
        return folder.resolve(name);
    }
}
