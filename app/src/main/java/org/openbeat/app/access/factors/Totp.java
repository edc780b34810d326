package org.openbeat.app.access.factors;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by the clock (RFC 6238): HMAC of the number of the half minute, cut to digits as RFC 4226, 5.3 says.
 *
 * @param algorithm name of the HMAC; apps know {@code HmacSHA1} for certain, and it is strong enough here
 * @param digits how long a code is
 */
record Totp(String algorithm, int digits) {
    static final Duration STEP = Duration.ofSeconds(30);
    /** What every authenticator app understands. */
    static final Totp USUAL = new Totp("HmacSHA1", 6);
    /** Clocks differ and people type slowly: one step to either side is right too (RFC 6238, 5.2). */
    private static final int DRIFT = 1;

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    String code(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
    }

    /** The step that the code belongs to, when it is one of those around now. */
    OptionalLong match(byte[] secret, String code, Instant now) {
        long current = step(now);
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> same(code(secret, step), code))
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every Java has it.
        }
    }
}
