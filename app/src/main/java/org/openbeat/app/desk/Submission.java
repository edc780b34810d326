package org.openbeat.app.desk;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Sha256;

/**
 * The identity of one submission and the secret of its link, both reckoned from the sender's key. The same key sent
 * again, even after a restart, leads to the same link, though the database holds only hashes.
 *
 * @param id hash of the actor and the key
 * @param link the secret of the tracking page
 */
record Submission(byte[] id, LinkSecret link) {
    /** Look-alikes left out; 24 of them carry 118 bits. */
    private static final char[] ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz".toCharArray();

    private static final int SECRET_LENGTH = 24;

    static Submission of(Actor actor, SubmissionKey key, byte[] linkKey) {
        var scoped = (actor.kind() + "\n" + actor.id() + "\n" + key.value()).getBytes(StandardCharsets.UTF_8);
        return new Submission(Sha256.of(scoped), secret(hmacSha256(linkKey, scoped)));
    }

    private static byte[] hmacSha256(byte[] key, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LinkSecret secret(byte[] mac) {
        var letters = new char[SECRET_LENGTH];
        for (int i = 0; i < SECRET_LENGTH; i++) {
            letters[i] = ALPHABET[(mac[i] & 0xff) % ALPHABET.length];
        }
        return new LinkSecret(new String(letters));
    }
}
