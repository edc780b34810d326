package org.openbeat.app.places;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.engine.response.Profile;
import org.openbeat.engine.response.RoadNetwork;
import org.springframework.stereotype.Component;

/** The files of maps in the data folder: one folder a content, with the extract and the roads made from it. */
@Component
class MapFiles {
    private final Path folder;

    MapFiles(OpenbeatSettings settings) {
        this.folder = settings.data().resolve("maps").toAbsolutePath().normalize();
    }

    /** SHA-256 of a file's content, in hexadecimal. */
    static String fingerprint(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Our own copy of an extract; the copy appears whole or not at all. */
    Path keep(Path extract, String fingerprint) throws IOException {
        var kept = folder(fingerprint).resolve(extract.getFileName().toString());
        if (!Files.exists(kept)) {
            Files.createDirectories(kept.getParent());
            var part = Files.createTempFile(kept.getParent(), "copying-", ".part");
            Files.copy(extract, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        return kept;
    }

    private Path folder(String fingerprint) {
        return folder.resolve(fingerprint.substring(0, 16));
    }

    /** The roads of a map; straight lines where its file is not on this machine. */
    RoadNetwork roads(ImportedMap map) {
        var extract = folder(map.fingerprint()).resolve(map.name());
        return Files.exists(extract) ? roads(extract) : RoadNetwork.withoutMap();
    }

    RoadNetwork roads(Path kept) {
        return RoadNetwork.open(kept, kept.resolveSibling("roads"), Profile.emergency());
    }
}
