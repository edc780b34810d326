package org.openbeat.app.ledger;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals on entries that wait for their place: only who has the server's secret file can make one, so an entry that
 * somebody wrote into the database by hand never gets into the tree.
 */
final class Seals {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Seals(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    byte[] of(byte[] leaf) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update("openbeat ledger seal\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return mac.doFinal(leaf);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    boolean fit(byte[] leaf, byte[] seal) {
        return MessageDigest.isEqual(of(leaf), seal);
    }
}
