package org.openbeat.engine.tlog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proof that an entry is in a log, to be kept and verified offline ({@code c2sp.org/tlog-proof@v1}).
 *
 * @param extraBase64 canonical base64 of data of the application; nobody has signed it
 * @param index the entry's index
 * @param hashes the inclusion proof, from the leaf's sibling upwards
 * @param checkpoint the signed head that the proof leads to
 */
public record TlogProof(@Nullable String extraBase64, long index, List<Hash> hashes, SignedNote checkpoint) {

    /** The ending of a file's name. */
    public static final String FILE_EXTENSION = ".tlog-proof";

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** No tree of 2^63 entries is higher. */
    private static final int MAX_HASHES = 63;

    public TlogProof {
        hashes = List.copyOf(hashes);
        if (extraBase64 != null) {
            CanonicalBase64.decode(extraBase64);
        }
        if (index < 0 || hashes.size() > MAX_HASHES) {
            throw new MalformedException("A proof has an index and at most 63 hashes.");
        }
    }

    public static TlogProof of(byte @Nullable [] extra, InclusionProof proof, SignedNote checkpoint) {
        return new TlogProof(
                extra == null ? null : CanonicalBase64.encode(extra), proof.index(), proof.hashes(), checkpoint);
    }

    /** The application's data, if there is any. */
    public Optional<byte[]> extra() {
        return Optional.ofNullable(extraBase64).map(CanonicalBase64::decode);
    }

    /** The proof as bytes; {@link #parse} reads them, and refuses every other spelling. */
    public byte[] format() {
        return formatText().getBytes(StandardCharsets.UTF_8);
    }

    /** The proof as text, to be stored as UTF-8. */
    public String formatText() {
        var text = new StringBuilder(HEADER).append('\n');
        if (extraBase64 != null) {
            text.append(EXTRA).append(extraBase64).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString();
    }

    /**
     * Reads a proof and verifies nothing.
     *
     * @throws MalformedException if this is not a proof
     */
    public static TlogProof parse(byte[] bytes) {
        String text = Utf8.decode(bytes);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new MalformedException("A proof has a blank line before its checkpoint.");
        }
        var lines = List.of(text.substring(0, blank).split("\n", -1));
        if (!lines.getFirst().equals(HEADER)) {
            throw new MalformedException("A proof begins with the line " + HEADER + ".");
        }
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int at = hasExtra ? 2 : 1;
        if (lines.size() <= at || !lines.get(at).startsWith(INDEX)) {
            throw new MalformedException("A proof says which entry it is for.");
        }
        return new TlogProof(
                hasExtra ? lines.get(1).substring(EXTRA.length()) : null,
                Decimals.parse(lines.get(at).substring(INDEX.length())),
                lines.subList(at + 1, lines.size()).stream().map(Hash::ofBase64).toList(),
                SignedNote.parse(text.substring(blank + 2)));
    }
}
