package org.openbeat.engine.tlog;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;

/**
 * A private Ed25519 key with a name: {@code PRIVATE+KEY+name+keyid+base64(0x01, seed)} (the form that Go's note package
 * writes). Signing is deterministic (RFC 8032). Its {@code toString} keeps the secret.
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_LENGTH = 32;

    private final byte[] seed;
    private final KeyPair pair;
    private final VerifierKey verifier;

    private SignerKey(String name, byte[] seed) {
        this.seed = seed.clone();
        this.pair = pairOf(seed);
        this.verifier = new VerifierKey(name, encode((EdECPublicKey) pair.getPublic()));
    }

    /** A new key from the randomness that is handed in. */
    public static SignerKey generate(String name, SecureRandom random) {
        var seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        return new SignerKey(name, seed);
    }

    /**
     * A key from its text.
     *
     * @throws MalformedException if this is not a private Ed25519 key whose id fits its name and bytes
     */
    public static SignerKey parse(String skey) {
        var parts = skey.startsWith(PREFIX) ? skey.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new MalformedException("A private key is written PRIVATE+KEY+name+id+key.");
        }
        byte[] typed = CanonicalBase64.decode(parts[2]);
        if (typed.length != SEED_LENGTH + 1 || typed[0] != VerifierKey.ED25519) {
            throw new MalformedException("This is not a private Ed25519 key.");
        }
        var key = new SignerKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.verifier.idText().equals(parts[1])) {
            throw new MalformedException("The id in the private key does not fit it.");
        }
        return key;
    }

    /** The public half. */
    public VerifierKey verifierKey() {
        return verifier;
    }

    /** The key as text, secret included; {@link #parse} reads it. */
    public String format() {
        return PREFIX + verifier.name() + "+" + verifier.idText() + "+"
                + CanonicalBase64.encode(VerifierKey.typed(seed));
    }

    /** Signs a note's text, which ends in a newline. */
    public NoteSignature sign(String text) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return NoteSignature.of(verifier.name(), verifier.id(), signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java could not sign with an Ed25519 key.", e);
        }
    }

    /** Java derives the public key only while it makes a pair, so it is given the seed as its randomness. */
    private static KeyPair pairOf(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new FixedSeed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519.", e);
        }
    }

    /** RFC 8032, 5.1.2: y in little-endian order, the lowest bit of x on top. */
    private static byte[] encode(EdECPublicKey key) {
        byte[] y = key.getPoint().getY().toByteArray();
        var encoded = new byte[SEED_LENGTH];
        for (int i = 0; i < SEED_LENGTH && i < y.length; i++) {
            encoded[i] = y[y.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            encoded[SEED_LENGTH - 1] |= (byte) 0x80;
        }
        return encoded;
    }

    @Override
    public String toString() {
        return "SignerKey[" + verifier + "]";
    }

    private static final class FixedSeed extends SecureRandom {

        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        FixedSeed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("An Ed25519 key takes 32 random bytes, asked for " + bytes.length);
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
