package org.openbeat.engine.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public Ed25519 key with a name: {@code name+keyid+base64(0x01, key)} (C2SP signed-note). Other kinds of keys are
 * refused; their signatures are ignored as those of strangers.
 */
public final class VerifierKey {

    static final byte ED25519 = 1;
    private static final int KEY_LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;

    /** What stands before the 32 bytes of every Ed25519 key in X.509 form (RFC 8410, 4). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final int id;
    private final PublicKey publicKey;

    VerifierKey(String name, byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new MalformedException("A public Ed25519 key has 32 bytes, this one has " + key.length + ".");
        }
        this.name = KeyNames.required(name);
        this.key = key.clone();
        this.id = idOf(name, key);
        this.publicKey = decode(key);
    }

    /**
     * A key from its text.
     *
     * @throws MalformedException if this is not an Ed25519 key whose id fits its name and bytes
     */
    public static VerifierKey parse(String vkey) {
        var parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedException("A public key is written name+id+key.");
        }
        byte[] typed = CanonicalBase64.decode(parts[2]);
        if (typed.length != KEY_LENGTH + 1 || typed[0] != ED25519) {
            throw new MalformedException("This is not a public Ed25519 key.");
        }
        var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idText().equals(parts[1])) {
            throw new MalformedException("The id in the key is %s, it should be %s.".formatted(parts[1], key.idText()));
        }
        return key;
    }

    public String name() {
        return name;
    }

    /** The first four bytes of SHA-256(name, newline, type, key), big-endian. */
    public int id() {
        return id;
    }

    /** The key as text; {@link #parse} reads it. */
    public String format() {
        return name + "+" + idText() + "+" + CanonicalBase64.encode(typed(key));
    }

    boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // Java throws where the signature is no point or no number of the curve: wrong, not exceptional.
            return false;
        }
    }

    static int idOf(String name, byte[] key) {
        byte[] hash = Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed(key));
        return ((hash[0] & 0xFF) << 24) | ((hash[1] & 0xFF) << 16) | ((hash[2] & 0xFF) << 8) | (hash[3] & 0xFF);
    }

    static byte[] typed(byte[] key) {
        var typed = new byte[key.length + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    String idText() {
        return HexFormat.of().toHexDigits(id);
    }

    private static PublicKey decode(byte[] key) {
        try {
            var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
            System.arraycopy(key, 0, encoded, X509_PREFIX.length, KEY_LENGTH);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new MalformedException("These 32 bytes are no Ed25519 key.", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && format().equals(that.format());
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return format();
    }
}
