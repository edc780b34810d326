package org.openbeat.engine.tlog;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * The private key of a witness, which signs a checkpoint together with the time (C2SP tlog-cosignature, cosignature/v1):
 * {@code PRIVATE+KEY+name+keyid+base64(0x04, seed)}. What it signs says: at that time this was the largest tree of that
 * log that the witness had seen, and all that it had seen before stands in it. Its {@code toString} keeps the secret.
 */
public final class CosignerKey {

    private final byte[] seed;
    private final KeyPair pair;
    private final VerifierKey verifier;

    private CosignerKey(String name, byte[] seed) {
        this.seed = seed.clone();
        this.pair = Ed25519.pairOf(seed);
        this.verifier = new VerifierKey(VerifierKey.Kind.COSIGNATURE, name, Ed25519.encode(pair.getPublic()));
    }

    /** A new key from the randomness that is handed in. The name is best an address without its scheme. */
    public static CosignerKey generate(String name, SecureRandom random) {
        var seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new CosignerKey(name, seed);
    }

    /**
     * A key from its text.
     *
     * @throws MalformedException if this is not a witness's private key whose id fits its name and bytes
     */
    public static CosignerKey parse(String skey) {
        var parts = PrivateKeyText.parse(skey, VerifierKey.Kind.COSIGNATURE);
        var key = new CosignerKey(parts.name(), parts.seed());
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

    /**
     * Cosigns the text of a checkpoint.
     *
     * @param at not before 1970; what is finer than a second is left out
     */
    public NoteSignature cosign(String text, Instant at) {
        long seconds = at.getEpochSecond();
        if (seconds < 0) {
            throw new IllegalArgumentException("A cosignature has no time before 1970: " + at);
        }
        byte[] message = TimestampedSignature.message(seconds, text);
        var signature = new TimestampedSignature(seconds, Ed25519.sign(pair, message));
        return NoteSignature.of(verifier.name(), verifier.id(), signature.format());
    }

    @Override
    public String toString() {
        return "CosignerKey[" + verifier + "]";
    }
}
