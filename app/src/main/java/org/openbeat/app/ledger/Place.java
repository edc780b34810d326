package org.openbeat.app.ledger;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A leaf as it is stored.
 *
 * @param position its index in the tree
 * @param entry whose it is
 * @param hash its hash
 */
record Place(long position, UUID entry, byte[] hash) {

    /** Reads a row of position, entry and hash. */
    static Place read(ByteBuffer row) {
        return new Place(CopiedRows.bigint(row), CopiedRows.uuid(row), CopiedRows.bytes(row));
    }
}
