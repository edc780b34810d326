package org.openbeat.engine.tlog;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a log sends to a witness (C2SP tlog-witness, add-checkpoint): a checkpoint, and the proof that the tree which the
 * witness cosigned before is its beginning.
 *
 * @param oldSize size of the checkpoint that the witness cosigned last; 0 if none
 * @param proof as in RFC 9162, 2.1.4.1; empty if the old size is 0
 * @param checkpoint the new checkpoint with the log's signature
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {

    /** Path of the call below the witness's address. */
    public static final String PATH = "/add-checkpoint";

    /** No tree of 2^63 entries needs more. */
    public static final int MAX_HASHES = 63;

    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > MAX_HASHES) {
            throw new MalformedException("A request has an old size and at most 63 hashes.");
        }
    }

    /**
     * Reads a request and verifies nothing.
     *
     * @throws MalformedException if this is no such request
     */
    public static AddCheckpoint parse(byte[] bytes) {
        String text = Utf8.decode(bytes);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new MalformedException("A request has a blank line before its checkpoint.");
        }
        var lines = List.of(text.substring(0, blank).split("\n", -1));
        if (!lines.getFirst().startsWith(OLD)) {
            throw new MalformedException("A request begins with the old size: old 123.");
        }
        if (lines.size() > MAX_HASHES + 1) {
            throw new MalformedException("A request has at most 63 hashes.");
        }
        return new AddCheckpoint(
                Decimals.parse(lines.getFirst().substring(OLD.length())),
                lines.subList(1, lines.size()).stream().map(Hash::ofBase64).toList(),
                SignedNote.parse(text.substring(blank + 2)));
    }

    /** The request as bytes; {@link #parse} reads them. */
    public byte[] format() {
        var text = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
