package org.openbeat.app.ledger;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry holds, as a check reads it.
 *
 * @param leaf null if the entry is gone
 * @param salt null once erased
 * @param payload null once erased
 */
record EntryContent(byte @Nullable [] leaf, byte @Nullable [] salt, byte @Nullable [] payload) {
    static final EntryContent GONE = new EntryContent(null, null, null);

    /** Signature, flags and an empty extension stand before the first row of a binary COPY. */
    private static final int HEADER = 19;

    private static final byte FIRST_OF_SIGNATURE = 'P';
    private static final short COLUMNS = 4;

    /** Reads a row of id, leaf, salt and payload in the binary form of COPY; its end and its head hold none. */
    static void read(byte[] row, Map<UUID, EntryContent> into) {
        var bytes = ByteBuffer.wrap(row);
        if (row.length >= HEADER && row[0] == FIRST_OF_SIGNATURE) {
            bytes.position(HEADER);
        }
        if (bytes.remaining() < Short.BYTES || bytes.getShort() != COLUMNS) {
            return;
        }
        bytes.getInt();
        var id = new UUID(bytes.getLong(), bytes.getLong());
        into.put(id, new EntryContent(value(bytes), value(bytes), value(bytes)));
    }

    private static byte @Nullable [] value(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0) {
            return null;
        }
        var value = new byte[length];
        bytes.get(value);
        return value;
    }
}
