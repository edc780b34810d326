package org.openbeat.engine.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of a cosignature: eight of time, big-endian, and the signature (C2SP tlog-cosignature).
 *
 * @param seconds since 1970-01-01T00:00:00Z
 * @param signature 64 bytes
 */
record TimestampedSignature(long seconds, byte[] signature) {

    private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_LENGTH;

    /** Empty for any other length, and for a time beyond 2^63 - 1. */
    static Optional<TimestampedSignature> parse(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        return seconds < 0
                ? Optional.empty()
                : Optional.of(new TimestampedSignature(seconds, Arrays.copyOfRange(bytes, Long.BYTES, LENGTH)));
    }

    byte[] format() {
        return ByteBuffer.allocate(LENGTH).putLong(seconds).put(signature).array();
    }

    byte[] message(String text) {
        return message(seconds, text);
    }

    /** What is signed: the first line keeps it apart from everything else that a key may sign. */
    static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** A time that Java can't hold is as good as the end of time: no verifier believes it anyway. */
    Instant at() {
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }
}
