package org.openbeat.app.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbeat.app.kernel.Actor;

/**
 * Names actors in the public log. Members of staff appear under an HMAC of their account, so that oversight, which has
 * the secret, can tell who acted, and the public can only tell that two acts were one person's.
 */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;

    private final SecretKeySpec key;

    Pseudonyms(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    String of(Actor actor) {
        return switch (actor.kind()) {
            case RESIDENT -> "resident";
            case SYSTEM -> "system";
            case PARTNER -> "partner:" + actor.id();
            case STAFF -> "staff:" + hash(actor.id());
        };
    }

    private String hash(String id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
