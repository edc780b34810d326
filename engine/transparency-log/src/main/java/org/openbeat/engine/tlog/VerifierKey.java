package org.openbeat.engine.tlog;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public Ed25519 key with a name: {@code name+keyid+base64(type, key)} (C2SP signed-note): of a log, or of a witness
 * (C2SP tlog-cosignature). Other kinds of keys are refused; their signatures are ignored as those of strangers.
 */
public final class VerifierKey {

    /** What a key signs, written as the first byte of its type. */
    public enum Kind {
        /** The text of a note as it stands: the key of a log. */
        NOTE(1),
        /** The text together with the time of signing (cosignature/v1): the key of a witness. */
        COSIGNATURE(4);

        private final byte type;

        Kind(int type) {
            this.type = (byte) type;
        }

        static Kind of(byte type) {
            for (Kind kind : values()) {
                if (kind.type == type) {
                    return kind;
                }
            }
            throw new MalformedException("Only Ed25519 keys of type 1 (log) and 4 (witness) are known here.");
        }
    }

    private final Kind kind;
    private final String name;
    private final byte[] key;
    private final int id;
    private final PublicKey publicKey;

    VerifierKey(Kind kind, String name, byte[] key) {
        if (key.length != Ed25519.KEY_LENGTH) {
            throw new MalformedException("A public Ed25519 key has 32 bytes, this one has " + key.length + ".");
        }
        this.kind = kind;
        this.name = KeyNames.required(name);
        this.key = key.clone();
        this.id = idOf(kind, name, key);
        this.publicKey = Ed25519.decode(key);
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
        if (typed.length != Ed25519.KEY_LENGTH + 1) {
            throw new MalformedException("This is not a public Ed25519 key.");
        }
        var key = new VerifierKey(Kind.of(typed[0]), parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idText().equals(parts[1])) {
            throw new MalformedException("The id in the key is %s, it should be %s.".formatted(parts[1], key.idText()));
        }
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether this is the key of a witness and not of a log. */
    public boolean isWitness() {
        return kind == Kind.COSIGNATURE;
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
        return name + "+" + idText() + "+" + CanonicalBase64.encode(typed(kind, key));
    }

    /** Whether both are the same key, under whatever names: then they are not two who agree. */
    public boolean hasSameBytesAs(VerifierKey other) {
        return Arrays.equals(key, other.key);
    }

    boolean verifies(String text, byte[] signature) {
        return switch (kind) {
            case NOTE -> verifies(text.getBytes(StandardCharsets.UTF_8), signature);
            case COSIGNATURE ->
                TimestampedSignature.parse(signature)
                        .filter(parts -> verifies(parts.message(text), parts.signature()))
                        .isPresent();
        };
    }

    private boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verifies(publicKey, message, signature);
    }

    static int idOf(Kind kind, String name, byte[] key) {
        byte[] hash = Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed(kind, key));
        return ((hash[0] & 0xFF) << 24) | ((hash[1] & 0xFF) << 16) | ((hash[2] & 0xFF) << 8) | (hash[3] & 0xFF);
    }

    static byte[] typed(Kind kind, byte[] key) {
        var typed = new byte[key.length + 1];
        typed[0] = kind.type;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    String idText() {
        return HexFormat.of().toHexDigits(id);
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
