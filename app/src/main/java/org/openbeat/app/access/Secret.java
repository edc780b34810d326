package org.openbeat.app.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A token that a browser keeps. The database knows its hash alone; it has 128 bits or more, so a plain hash cannot be
 * reversed by guessing.
 */
record Secret(String value) {

    byte[] hash() {
        return sha256(value);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java has it.
        }
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
