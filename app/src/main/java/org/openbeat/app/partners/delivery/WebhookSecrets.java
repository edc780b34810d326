package org.openbeat.app.partners.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Seal;
import org.openbeat.app.partners.delivery.JdbcSubscriptions.Secrets;
import org.openbeat.app.partners.events.SubscriptionId;
import org.springframework.stereotype.Component;

/** Secrets of webhooks, sealed in the database: a copy of it alone signs nothing. */
@Component
class WebhookSecrets {
    private final Seal seal;
    private final SecureRandom random;
    private final PartnerSettings settings;

    WebhookSecrets(Seal seal, SecureRandom random, PartnerSettings settings) {
        this.seal = seal;
        this.random = random;
        this.settings = settings;
    }

    /** What a request needs. */
    record Open(List<byte[]> secrets, String token) {
        Open {
            secrets = List.copyOf(secrets);
        }
    }

    byte[] draw() {
        var secret = new byte[Signature.SECRET_LENGTH];
        random.nextBytes(secret);
        return secret;
    }

    /** A token is a line of visible letters, as it stands in a header (RFC 6750, 2.1). */
    static String checked(String token) {
        var stripped = token.strip();
        if (!stripped.matches("[A-Za-z0-9._~+/=-]{8,500}")) {
            throw new Refusal(Refusal.Kind.INVALID, "webhook-token");
        }
        return stripped;
    }

    Secrets seal(SubscriptionId id, byte[] secret, String token) {
        return new Secrets(
                sealSecret(id, secret), null, null, seal.close(token.getBytes(StandardCharsets.UTF_8), token(id)));
    }

    byte[] sealSecret(SubscriptionId id, byte[] secret) {
        return seal.close(secret, secret(id));
    }

    Instant overlapFrom(Instant now) {
        return now.plus(settings.secretsOverlap());
    }

    /** The secrets that sign now, the present one first. */
    Open open(SubscriptionId id, Secrets sealed, Instant now) {
        var all = new ArrayList<byte[]>();
        all.add(seal.open(sealed.secret(), secret(id)));
        var former = sealed.former();
        var until = sealed.formerUntil();
        if (former != null && until != null && now.isBefore(until)) {
            all.add(seal.open(former, secret(id)));
        }
        return new Open(all, new String(seal.open(sealed.token(), token(id)), StandardCharsets.UTF_8));
    }

    private static String secret(SubscriptionId id) {
        return "webhook-secret:" + id;
    }

    private static String token(SubscriptionId id) {
        return "webhook-token:" + id;
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
