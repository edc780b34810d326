package org.openbeat.engine.tlog;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * An entry of the log together with what stands behind its hash: what the holder of a receipt may know. An entry is a
 * JSON object whose member {@code payloadHash} is base64 of SHA-256(salt, canonical payload); only the entry is in the
 * log, so payload and salt can be erased and the log still verifies.
 *
 * @param entry the entry; its canonical form is the leaf
 * @param payload what happened, with the personal data
 * @param salt 32 random bytes in base64; without them a guess of the payload could be tested against the log
 */
public record Disclosure(Json.Members entry, Json payload, String salt) {

    /** The member of an entry that binds it to its payload. */
    public static final String PAYLOAD_HASH = "payloadHash";

    /** Number of bytes of a salt. */
    public static final int SALT_LENGTH = 32;

    private static final Set<String> MEMBERS = Set.of("entry", "payload", "salt");

    /** Base64 of SHA-256(salt, canonical payload). */
    public static String payloadHash(byte[] salt, byte[] canonicalPayload) {
        return CanonicalBase64.encode(Hash.sha256(salt, canonicalPayload));
    }

    /** The canonical bytes that stand in the {@code extra} line of a receipt. */
    public byte[] format() {
        return Json.of(Map.of("entry", entry, "payload", payload, "salt", salt)).canonical();
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @throws MalformedException if these are not the canonical bytes of a disclosure
     */
    public static Disclosure parse(byte[] bytes) {
        if (!(Json.parseCanonical(Utf8.decode(bytes)) instanceof Json.Members members)
                || !members.values().keySet().equals(MEMBERS)
                || !(members.get("entry") instanceof Json.Members entry)
                || !(members.get("salt") instanceof Json.Text salt)) {
            throw new MalformedException("A disclosure has an entry, a payload and a salt, and nothing else.");
        }
        return new Disclosure(entry, requireNonNull(members.get("payload")), salt.value());
    }

    /** The bytes of the log's entry. */
    public byte[] leaf() {
        return entry.canonical();
    }

    /** Whether the entry commits to exactly this payload and salt. */
    public boolean payloadFits() {
        byte[] saltBytes = CanonicalBase64.decode(salt);
        return saltBytes.length == SALT_LENGTH
                && entry.get(PAYLOAD_HASH) instanceof Json.Text hash
                && hash.value().equals(payloadHash(saltBytes, payload.canonical()));
    }
}
