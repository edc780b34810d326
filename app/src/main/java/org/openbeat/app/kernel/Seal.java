package org.openbeat.app.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database with a key that is not in it: AES-256-GCM, a fresh nonce before each text. What it was
 * sealed for is bound to it, so that a row copied to another account opens nothing.
 */
public final class Seal {
    public static final int KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /** @param key 32 bytes */
    public Seal(byte[] key, SecureRandom random) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a key of 32 bytes is needed");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    public byte[] close(byte[] secret, String purpose) {
        var nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, purpose);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when it was sealed by another key, for another purpose, or changed */
    public byte[] open(byte[] sealed, String purpose) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_LENGTH];
        buffer.get(nonce);
        var text = new byte[buffer.remaining()];
        buffer.get(text);
        return run(Cipher.DECRYPT_MODE, nonce, text, purpose);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String purpose) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal does not fit: is the file of the key the right one?", e);
        }
    }
}
