package org.openbeat.app.partners.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as Standard Webhooks 1.0.0 says: HMAC-SHA256 over {@code id.timestamp.body}, once with each secret that
 * is in use, so that a secret can be changed without a break.
 */
final class Signature {
    static final int SECRET_LENGTH = 32;
    private static final String PREFIX = "whsec_";

    private Signature() {}

    /** The value of the header {@code webhook-signature}. */
    static String of(String id, Instant attempt, byte[] body, Collection<byte[]> secrets) {
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(secret, id, attempt, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(byte[] secret, String id, Instant attempt, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + attempt.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** A secret as it is shown to whoever sets the receiver up. */
    static String shown(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }
}
