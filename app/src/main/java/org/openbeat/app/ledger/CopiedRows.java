package org.openbeat.app.ledger;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary form of COPY, which is read twice as fast as a result set. They are kept as they came and
 * taken apart by whoever works on them, so that this need not be the thread that waits for the database.
 *
 * @param messages a row each; the first begins with the head of the file, the last is its end
 * @param columns how many a row has
 */
record CopiedRows(byte[][] messages, int columns) {
    /** Signature, flags and an empty extension stand before the first row. */
    private static final int HEADER = 19;

    private static final byte FIRST_OF_SIGNATURE = 'P';

    /** What each row is read to, in their order and on several threads. */
    <T> Stream<T> parallel(Function<ByteBuffer, T> reader) {
        return IntStream.range(0, messages.length)
                .parallel()
                .mapToObj(index -> row(messages[index]))
                .filter(Objects::nonNull)
                .map(reader);
    }

    private @Nullable ByteBuffer row(byte[] message) {
        var bytes = ByteBuffer.wrap(message);
        if (message.length >= HEADER && message[0] == FIRST_OF_SIGNATURE) {
            bytes.position(HEADER);
        }
        return bytes.remaining() < Short.BYTES || bytes.getShort() != columns ? null : bytes;
    }

    static UUID uuid(ByteBuffer row) {
        row.getInt();
        return new UUID(row.getLong(), row.getLong());
    }

    static long bigint(ByteBuffer row) {
        row.getInt();
        return row.getLong();
    }

    static byte[] bytes(ByteBuffer row) {
        return Objects.requireNonNull(value(row), "a column that is never null");
    }

    static byte @Nullable [] value(ByteBuffer row) {
        int length = row.getInt();
        if (length < 0) {
            return null;
        }
        var value = new byte[length];
        row.get(value);
        return value;
    }
}
