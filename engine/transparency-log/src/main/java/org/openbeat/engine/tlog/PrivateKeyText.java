package org.openbeat.engine.tlog;

import java.util.Arrays;

/**
 * A private key as text: {@code PRIVATE+KEY+name+keyid+base64(type, seed)} (the form that Go's note package writes).
 *
 * @param name the key's name
 * @param id the key's id in hexadecimal
 * @param seed 32 secret bytes
 */
record PrivateKeyText(String name, String id, byte[] seed) {

    private static final String PREFIX = "PRIVATE+KEY+";

    static PrivateKeyText parse(String skey, VerifierKey.Kind kind) {
        var parts = skey.startsWith(PREFIX) ? skey.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new MalformedException("A private key is written PRIVATE+KEY+name+id+key.");
        }
        byte[] typed = CanonicalBase64.decode(parts[2]);
        if (typed.length != Ed25519.KEY_LENGTH + 1 || VerifierKey.Kind.of(typed[0]) != kind) {
            throw new MalformedException("This is not a private Ed25519 key of the right kind.");
        }
        return new PrivateKeyText(parts[0], parts[1], Arrays.copyOfRange(typed, 1, typed.length));
    }

    void requireId(VerifierKey key) {
        if (!key.idText().equals(id)) {
            throw new MalformedException("The id in the private key does not fit it.");
        }
    }

    static String format(VerifierKey key, byte[] seed) {
        return PREFIX + key.name() + "+" + key.idText() + "+"
                + CanonicalBase64.encode(VerifierKey.typed(key.kind(), seed));
    }

    @Override
    public String toString() {
        return "PrivateKeyText[" + name + "]";
    }
}
