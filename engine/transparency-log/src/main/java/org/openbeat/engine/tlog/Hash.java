package org.openbeat.engine.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A SHA-256 hash of a Merkle tree: always 32 bytes, so that no proof can smuggle in a shorter or an empty one.
 */
public final class Hash {

    /** Length of every hash in bytes. */
    public static final int LENGTH = 32;

    /** One for each thread: to look one up costs as much as to hash a node. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hash::newDigest);

    /** The root of the tree without leaves: SHA-256 of nothing (RFC 9162, 2.1.1). */
    public static final Hash EMPTY_TREE = new Hash(sha256());

    private static final byte[] LEAF_PREFIX = {0};
    private static final byte[] NODE_PREFIX = {1};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash from its bytes.
     *
     * @throws MalformedException if there are not exactly 32 bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new MalformedException("A hash has 32 bytes, this one has " + bytes.length + ".");
        }
        return new Hash(bytes.clone());
    }

    /**
     * A hash from its text.
     *
     * @throws MalformedException if the text is not canonical base64 of exactly 32 bytes
     */
    public static Hash ofBase64(String text) {
        return of(CanonicalBase64.decode(text));
    }

    /** The hash of an entry as a leaf; the prefix 0x00 keeps leaves and nodes apart (RFC 9162, 2.1.1). */
    public static Hash ofLeaf(byte[] entry) {
        return new Hash(sha256(LEAF_PREFIX, entry));
    }

    /** The hash of an inner node, prefix 0x01 (RFC 9162, 2.1.1). */
    public static Hash ofChildren(Hash left, Hash right) {
        return new Hash(sha256(NODE_PREFIX, left.bytes, right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return CanonicalBase64.encode(bytes);
    }

    void copyInto(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    static byte[] sha256(byte[]... parts) {
        var digest = DIGEST.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
