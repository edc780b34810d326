package org.openbeat.app.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.tlog.Disclosure;
import org.openbeat.engine.tlog.Hash;

/**
 * An entry as a check of the whole ledger reads it: nothing of it is believed, and it is taken apart no further than the
 * check needs.
 *
 * @param position its index
 * @param id its id
 * @param hash the leaf's hash as stored
 * @param leaf null if the entry is gone
 * @param salt null once erased
 * @param payload null once erased
 */
record ScannedEntry(
        long position,
        UUID id,
        byte[] hash,
        byte @Nullable [] leaf,
        byte @Nullable [] salt,
        byte @Nullable [] payload) {

    /** No string of a leaf can hold this: its quotation marks would be escaped. */
    private static final byte[] PAYLOAD_HASH =
            ",\"%s\":\"".formatted(Disclosure.PAYLOAD_HASH).getBytes(StandardCharsets.US_ASCII);

    private static final int HASH_TEXT_LENGTH = 44;

    boolean isErased() {
        return leaf != null && payload == null;
    }

    /** Whether the payload is the one that the leaf commits to, or was erased together with its salt. */
    boolean payloadFits() {
        if (leaf == null || (payload == null && salt == null)) {
            return true;
        }
        if (payload == null || salt == null || salt.length != Disclosure.SALT_LENGTH) {
            return false;
        }
        int at = indexOf(leaf, PAYLOAD_HASH);
        if (at < 0 || at + PAYLOAD_HASH.length + HASH_TEXT_LENGTH > leaf.length) {
            return false;
        }
        var committed = new String(leaf, at + PAYLOAD_HASH.length, HASH_TEXT_LENGTH, StandardCharsets.ISO_8859_1);
        return committed.equals(Disclosure.payloadHash(salt, payload));
    }

    /** The hash that the leaf gives; the stored one where there is no leaf. */
    Hash computed() {
        return leaf == null ? Hash.of(hash) : Hash.ofLeaf(leaf);
    }

    /** Whether this is an entry of such an act: the action is the first member of a leaf. */
    boolean isOf(String action) {
        var start = "{\"action\":\"" + action + "\"";
        return leaf != null
                && leaf.length > start.length()
                && new String(leaf, 0, start.length(), StandardCharsets.ISO_8859_1).equals(start);
    }

    private static int indexOf(byte[] text, byte[] wanted) {
        for (int at = 0; at <= text.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && text[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
