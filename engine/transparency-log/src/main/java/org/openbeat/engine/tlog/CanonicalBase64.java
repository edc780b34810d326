package org.openbeat.engine.tlog;

import java.util.Base64;

/**
 * Base64 of RFC 4648, section 4, where each value has exactly one text: padding is required and unused bits are zero.
 * Java's own decoder takes several texts for one value, which would let bytes of a proof change unseen.
 */
final class CanonicalBase64 {

    private CanonicalBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("This is not base64: " + e.getMessage() + ".", e);
        }
        if (!encode(bytes).equals(text)) {
            throw new MalformedException("This base64 is not written in the one canonical way.");
        }
        return bytes;
    }
}
