package org.openbeat.app.web;

import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Refusal;

/**
 * Text that PostgreSQL can store: it refuses U+0000 (its manual, 8.3), and half of a surrogate pair is no character at
 * all (Unicode 16, D73), so it cannot be written as UTF-8.
 */
final class StorableText {

    private StorableText() {}

    static boolean is(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    static void require(@Nullable CharSequence text) {
        if (text != null && !is(text)) {
            throw new Refusal(Refusal.Kind.INVALID, "unusable-characters");
        }
    }
}
