package org.openbeat.app.access.factors;

import java.time.Instant;

/** An authenticator app for tests: it knows the secret and the time. */
public final class Codes {
    private final byte[] secret;

    /** @param base32 the secret as the page shows it */
    public Codes(String base32) {
        var letters = base32.replace(" ", "");
        secret = new byte[letters.length() * 5 / 8];
        var bits = new StringBuilder();
        for (char letter : letters.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0'));
        }
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
    }

    /** The code of so many half minutes before or after. */
    public String at(Instant now, int steps) {
        return Totp.USUAL.code(secret, Totp.step(now) + steps);
    }
}
