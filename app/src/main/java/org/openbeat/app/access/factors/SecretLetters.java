package org.openbeat.app.access.factors;

/** Base 32 without padding (RFC 4648, 6), as authenticator apps take their secret. */
final class SecretLetters {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private SecretLetters() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int filled = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8) | (next & 0xff);
            filled += 8;
            while (filled >= BITS) {
                filled -= BITS;
                text.append(ALPHABET.charAt((buffer >> filled) & 31));
            }
        }
        if (filled > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - filled)) & 31));
        }
        return text.toString();
    }
}
