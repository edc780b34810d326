package org.openbeat.app.ledger.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeat.app.kernel.SecretFile;
import org.openbeat.engine.tlog.SignerKey;
import org.openbeat.engine.tlog.VerifierKey;

/**
 * The files of the log's keys. The first key lies in a file of its own, and is where trust in all later ones begins; each
 * later key lies beside it, its id at the end of the name. The file of a retired key holds its public half alone.
 */
public final class KeyFiles {
    private static final String PRIVATE = "PRIVATE+KEY+";

    private final Path first;
    private final SecureRandom random;

    /**
     * The files below this path; the first key is made if there is none.
     *
     * @param first the file of the first key
     * @param origin name of the log, for a first key
     */
    public KeyFiles(Path first, String origin, SecureRandom random) {
        this.first = first;
        this.random = random;
        new SecretFile(first)
                .readOrMake(() -> SignerKey.generate(origin, random).format());
    }

    /** The public half of the first key. */
    VerifierKey first() {
        var text = read(first);
        return text.startsWith(PRIVATE) ? SignerKey.parse(text).verifierKey() : VerifierKey.parse(text);
    }

    /** The private key, if its file is here. */
    Optional<SignerKey> signer(VerifierKey key) {
        return Stream.of(first, file(key))
                .filter(Files::exists)
                .map(KeyFiles::read)
                .filter(text -> text.startsWith(PRIVATE))
                .map(SignerKey::parse)
                .filter(signer -> signer.verifierKey().equals(key))
                .findFirst();
    }

    /** A new key of the same log, on the disk before it is used. */
    SignerKey make(String origin) {
        var key = SignerKey.generate(origin, random);
        new SecretFile(file(key.verifierKey())).readOrMake(key::format);
        return key;
    }

    /** Puts the public half in place of the private one. */
    void forget(VerifierKey key) {
        var file = first().equals(key) ? first : file(key);
        var draft = file.resolveSibling(file.getFileName() + ".public");
        try {
            Files.deleteIfExists(draft);
            new SecretFile(draft).readOrMake(key::format);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the private key from " + file, e);
        }
    }

    /** Where a later key lies. */
    Path file(VerifierKey key) {
        return first.resolveSibling(first.getFileName() + "." + HexFormat.of().toHexDigits(key.id()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
