package org.openbeat.app.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.tlog.Disclosure;
import org.openbeat.engine.tlog.Hash;

/**
 * What an entry holds, as a check of the whole ledger reads it: nothing of it is believed, and it is taken apart no
 * further than the check needs.
 *
 * @param id its id
 * @param leaf its bytes in the tree
 * @param salt null once erased
 * @param payload null once erased
 */
record EntryContent(UUID id, byte[] leaf, byte @Nullable [] salt, byte @Nullable [] payload) {

    /** No string of a leaf can hold this: its quotation marks would be escaped. */
    private static final String PAYLOAD_HASH = ",\"%s\":\"".formatted(Disclosure.PAYLOAD_HASH);

    private static final int HASH_TEXT_LENGTH = 44;

    /** Reads a row of id, leaf, salt and payload. */
    static EntryContent read(ByteBuffer row) {
        return new EntryContent(
                CopiedRows.uuid(row), CopiedRows.bytes(row), CopiedRows.value(row), CopiedRows.value(row));
    }

    boolean isErased() {
        return payload == null;
    }

    Hash hash() {
        return Hash.ofLeaf(leaf);
    }

    /** Whether the payload is the one that the leaf commits to, or was erased together with its salt. */
    boolean payloadFits() {
        if (payload == null || salt == null) {
            return payload == null && salt == null;
        }
        var text = new String(leaf, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(PAYLOAD_HASH) + PAYLOAD_HASH.length();
        return salt.length == Disclosure.SALT_LENGTH
                && at >= PAYLOAD_HASH.length()
                && text.regionMatches(at, Disclosure.payloadHash(salt, payload), 0, HASH_TEXT_LENGTH);
    }

    /** Whether this is an entry of such an act: the action is the first member of a leaf. */
    boolean isOf(String action) {
        var start = ("{\"action\":\"" + action + "\"").getBytes(StandardCharsets.US_ASCII);
        return leaf.length > start.length && Arrays.equals(leaf, 0, start.length, start, 0, start.length);
    }
}
