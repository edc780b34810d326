package org.openbeat.engine.tlog;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * The private key of a witness, which signs a checkpoint together with the time (C2SP tlog-cosignature, cosignature/v1):
 * {@code PRIVATE+KEY+name+keyid+base64(0x04, seed)}. What it signs says: at that time this was the largest tree of that
 * log that the witness had seen, and all that it had seen before stands in it. Its {@code toString} keeps the secret.
 */
public final class CosignerKey {

    private final Ed25519Key key;

    private CosignerKey(Ed25519Key key) {
        this.key = key;
    }

    /** A new key from the randomness that is handed in. The name is best an address without its scheme. */
    public static CosignerKey generate(String name, SecureRandom random) {
        return new CosignerKey(Ed25519Key.generate(VerifierKey.Kind.COSIGNATURE, name, random));
    }

    /**
     * A key from its text.
     *
     * @throws MalformedException if this is not a witness's private key whose id fits its name and bytes
     */
    public static CosignerKey parse(String skey) {
        return new CosignerKey(Ed25519Key.parse(VerifierKey.Kind.COSIGNATURE, skey));
    }

    /** The public half. */
    public VerifierKey verifierKey() {
        return key.verifier();
    }

    /** The key as text, secret included; {@link #parse} reads it. */
    public String format() {
        return key.format();
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
        var signature = new TimestampedSignature(seconds, key.sign(message));
        return NoteSignature.of(key.verifier().name(), key.verifier().id(), signature.format());
    }

    @Override
    public String toString() {
        return "CosignerKey[" + key + "]";
    }
}
