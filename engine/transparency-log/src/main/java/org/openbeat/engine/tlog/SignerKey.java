package org.openbeat.engine.tlog;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;

/**
 * A private Ed25519 key with a name: {@code PRIVATE+KEY+name+keyid+base64(0x01, seed)} (the form that Go's note package
 * writes). Signing is deterministic (RFC 8032). Its {@code toString} keeps the secret.
 */
public final class SignerKey {

    private final byte[] seed;
    private final KeyPair pair;
    private final VerifierKey verifier;

    private SignerKey(String name, byte[] seed) {
        this.seed = seed.clone();
        this.pair = Ed25519.pairOf(seed);
        this.verifier = new VerifierKey(VerifierKey.Kind.NOTE, name, Ed25519.encode(pair.getPublic()));
    }

    /** A new key from the randomness that is handed in. */
    public static SignerKey generate(String name, SecureRandom random) {
        var seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new SignerKey(name, seed);
    }

    /**
     * A key from its text.
     *
     * @throws MalformedException if this is not a private Ed25519 key whose id fits its name and bytes
     */
    public static SignerKey parse(String skey) {
        var parts = PrivateKeyText.parse(skey, VerifierKey.Kind.NOTE);
        var key = new SignerKey(parts.name(), parts.seed());
        parts.requireId(key.verifier);
        return key;
    }

    /** The public half. */
    public VerifierKey verifierKey() {
        return verifier;
    }

    /** The key as text, secret included; {@link #parse} reads it. */
    public String format() {
        return PrivateKeyText.format(verifier, seed);
    }

    /** Signs a note's text, which ends in a newline. */
    public NoteSignature sign(String text) {
        return NoteSignature.of(
                verifier.name(), verifier.id(), Ed25519.sign(pair, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "SignerKey[" + verifier + "]";
    }
}
