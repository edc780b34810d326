package org.openbeat.engine.tlog;

import java.util.Arrays;

/**
 * One signature line of a note.
 *
 * @param keyName who claims to have signed
 * @param base64 canonical base64 of four bytes of key id and the signature
 */
public record NoteSignature(String keyName, String base64) {

    private static final int ID_LENGTH = 4;
    private static final String PREFIX = "\u2014 ";

    public NoteSignature {
        KeyNames.required(keyName);
        if (CanonicalBase64.decode(base64).length <= ID_LENGTH) {
            throw new MalformedException("A signature has more than the four bytes of its key's id.");
        }
    }

    static NoteSignature of(String keyName, int keyId, byte[] signature) {
        var blob = new byte[ID_LENGTH + signature.length];
        for (int i = 0; i < ID_LENGTH; i++) {
            blob[i] = (byte) (keyId >>> (24 - 8 * i));
        }
        System.arraycopy(signature, 0, blob, ID_LENGTH, signature.length);
        return new NoteSignature(keyName, CanonicalBase64.encode(blob));
    }

    /**
     * Reads one line, without its newline.
     *
     * @throws MalformedException if it is no signature line
     */
    public static NoteSignature parse(String line) {
        if (!line.startsWith(PREFIX)) {
            throw new MalformedException("A signature line begins with an em dash and a space.");
        }
        var parts = line.substring(PREFIX.length()).split(" ", -1);
        if (parts.length != 2) {
            throw new MalformedException("A signature line is a dash, a name and a signature.");
        }
        return new NoteSignature(parts[0], parts[1]);
    }

    /** The line, newline included. */
    public String line() {
        return PREFIX + keyName + " " + base64 + "\n";
    }

    /** The id of the key that claims to have signed. */
    public int keyId() {
        byte[] blob = CanonicalBase64.decode(base64);
        return ((blob[0] & 0xFF) << 24) | ((blob[1] & 0xFF) << 16) | ((blob[2] & 0xFF) << 8) | (blob[3] & 0xFF);
    }

    byte[] signature() {
        byte[] blob = CanonicalBase64.decode(base64);
        return Arrays.copyOfRange(blob, ID_LENGTH, blob.length);
    }

    boolean claims(VerifierKey key) {
        return keyName.equals(key.name()) && keyId() == key.id();
    }
}
