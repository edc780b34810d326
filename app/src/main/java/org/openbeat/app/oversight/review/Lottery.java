package org.openbeat.app.oversight.review;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;

/**
 * A draw that neither of two people can steer and that everybody can repeat. The server commits itself to a secret and to
 * what is drawn from; only then the second person adds words of their own, such as the numbers of dice; then the secret
 * is shown. Seed: SHA-256(secret, SHA-256(words in UTF-8), root). The order of the draw is that of SHA-256(seed, id), ids
 * as their 16 bytes, hashes compared as unsigned numbers: the first ones are the sample.
 */
record Lottery(byte[] seed) {
    static final int SECRET_LENGTH = 32;

    /** Ids in the order in which the root is over them: by their bytes. */
    static final Comparator<UUID> ASCENDING = Comparator.comparing(Lottery::bytes, Arrays::compareUnsigned);

    static Lottery of(byte[] secret, String words, Hash root) {
        return new Lottery(sha256(secret, sha256(words.getBytes(StandardCharsets.UTF_8)), root.bytes()));
    }

    /** What is said of the secret before it is shown. */
    static Hash commitment(byte[] secret) {
        return Hash.of(sha256(secret));
    }

    /** The root of the tree over the ids in their order. */
    static Hash root(List<UUID> population) {
        var range = new CompactRange();
        population.forEach(id -> range.append(Hash.ofLeaf(bytes(id))));
        return range.root();
    }

    List<UUID> sample(Collection<UUID> population, int size) {
        return inOrder(population, id -> sha256(seed, bytes(id))).limit(size).toList();
    }

    /** Who of the candidates judges the thing: by lot as well, so that nobody chooses their judge. */
    List<String> reviewers(UUID item, Collection<String> candidates, int count) {
        return inOrder(candidates, name -> sha256(seed, bytes(item), name.getBytes(StandardCharsets.UTF_8)))
                .limit(count)
                .toList();
    }

    private static <T> Stream<T> inOrder(Collection<T> all, Function<T, byte[]> lot) {
        record Drawn<T>(T it, byte[] lot) {}
        return all.stream()
                .map(each -> new Drawn<>(each, lot.apply(each)))
                .sorted(Comparator.comparing(Drawn::lot, Arrays::compareUnsigned))
                .map(Drawn::it);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
