package org.openbeat.engine.tlog;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * A private Ed25519 key with a name: {@code PRIVATE+KEY+name+keyid+base64(0x01, seed)} (the form that Go's note package
 * writes). Signing is deterministic (RFC 8032). Its {@code toString} keeps the secret.
 */
public final class SignerKey {

    private final Ed25519Key key;

    private SignerKey(Ed25519Key key) {
        this.key = key;
    }

    /** A new key from the randomness that is handed in. */
    public static SignerKey generate(String name, SecureRandom random) {
        return new SignerKey(Ed25519Key.generate(VerifierKey.Kind.NOTE, name, random));
    }

    /**
     * A key from its text.
     *
     * @throws MalformedException if this is not a private Ed25519 key whose id fits its name and bytes
     */
    public static SignerKey parse(String skey) {
        return new SignerKey(Ed25519Key.parse(VerifierKey.Kind.NOTE, skey));
    }

    /** The public half. */
    public VerifierKey verifierKey() {
        return key.verifier();
    }

    /** The key as text, secret included; {@link #parse} reads it. */
    public String format() {
        return key.format();
    }

    /** Signs a note's text, which ends in a newline. */
    public NoteSignature sign(String text) {
        return NoteSignature.of(
                key.verifier().name(), key.verifier().id(), key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "SignerKey[" + key + "]";
    }
}
