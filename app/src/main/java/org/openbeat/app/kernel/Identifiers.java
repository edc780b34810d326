package org.openbeat.app.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * New identifiers: UUIDs of version 7 (RFC 9562, 5.7), so that rows are written in the order of their keys, and secrets
 * for links.
 */
@Component
public class Identifiers {
    private static final char[] LINK_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz".toCharArray();

    private final Clock clock;
    private final SecureRandom random;

    public Identifiers(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long millis = clock.millis();
        long high = (millis << 16) | 0x7000L | (random.nextInt() & 0x0fffL);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }

    /** A secret for a link: {@code length} letters of an alphabet without look-alikes, about 4.95 bits each. */
    public String secret(int length) {
        var letters = new StringBuilder(length);
        var drawn =
                new byte[length + 8]; // One draw for all: each takes a lock. A few more for those that are thrown away.
        while (letters.length() < length) {
            random.nextBytes(drawn);
            for (int i = 0; i < drawn.length && letters.length() < length; i++) {
                int letter =
                        drawn[i] & 31; // 31 letters: the 32nd value is drawn again, so that all are equally likely.
                if (letter < LINK_ALPHABET.length) {
                    letters.append(LINK_ALPHABET[letter]);
                }
            }
        }
        return letters.toString();
    }
}
