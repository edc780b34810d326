package org.openbeat.engine.tlog;

import java.security.KeyPair;
import java.security.SecureRandom;
import org.openbeat.engine.tlog.VerifierKey.Kind;

/** What {@link SignerKey} and {@link CosignerKey} have in common: a secret, a name, and both as text. */
final class Ed25519Key {

    private final byte[] seed;
    private final KeyPair pair;
    private final VerifierKey verifier;

    private Ed25519Key(Kind kind, String name, byte[] seed) {
        this.seed = seed.clone();
        this.pair = Ed25519.pairOf(seed);
        this.verifier = new VerifierKey(kind, name, Ed25519.encode(pair.getPublic()));
    }

    static Ed25519Key generate(Kind kind, String name, SecureRandom random) {
        var seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new Ed25519Key(kind, name, seed);
    }

    /**
     * A key from its text.
     *
     * @throws MalformedException if this is not a private key of this kind whose id fits its name and bytes
     */
    static Ed25519Key parse(Kind kind, String skey) {
        var parts = PrivateKeyText.parse(skey, kind);
        var key = new Ed25519Key(kind, parts.name(), parts.seed());
        parts.requireId(key.verifier);
        return key;
    }

    VerifierKey verifier() {
        return verifier;
    }

    String format() {
        return PrivateKeyText.format(verifier, seed);
    }

    byte[] sign(byte[] message) {
        return Ed25519.sign(pair, message);
    }

    /** Keeps the secret. */
    @Override
    public String toString() {
        return verifier.toString();
    }
}
