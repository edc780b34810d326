package org.openbeat.app.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.tlog.Disclosure;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.Json;
import org.openbeat.engine.tlog.MalformedException;

/**
 * An entry that has its place in the tree.
 *
 * @param position its index
 * @param id its id
 * @param hash the leaf's hash as stored
 * @param leaf the leaf's bytes
 * @param salt null once erased
 * @param payload null once erased
 */
record StoredEntry(
        long position,
        UUID id,
        Hash hash,
        byte[] leaf,
        byte @Nullable [] salt,
        @Nullable String payload) {

    boolean isErased() {
        return payload == null;
    }

    /** What its holder may know; null once erased. */
    @Nullable
    Disclosure disclosure() {
        if (salt == null || payload == null) {
            return null;
        }
        var entry = (Json.Members) Json.parseCanonical(new String(leaf, StandardCharsets.UTF_8));
        return new Disclosure(
                entry, Json.parseCanonical(payload), Base64.getEncoder().encodeToString(salt));
    }

    /** Whether the hash is the leaf's, and the payload, unless erased, the one that the leaf commits to. */
    boolean isUnchanged() {
        try {
            var disclosure = disclosure();
            return Hash.ofLeaf(leaf).equals(hash) && (disclosure == null || disclosure.payloadFits());
        } catch (MalformedException e) {
            return false;
        }
    }
}
