package org.openbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that every text exists in, and how a request's language is found. */
final class Languages {
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private Languages() {}

    /** The nearest language that exists; anything unknown is English. */
    static Locale nearest(@Nullable Locale asked) {
        return asked != null && asked.getLanguage().equals(Locale.CHINESE.getLanguage())
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.ENGLISH;
    }

    /** What the browser prefers (RFC 9110, 12.5.4). */
    static Locale negotiated(HttpServletRequest request) {
        var asked = request.getHeader("Accept-Language");
        if (asked == null || asked.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            return nearest(Locale.lookup(Locale.LanguageRange.parse(asked), List.of(Locale.ENGLISH, Locale.CHINESE)));
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH; // A malformed header asks for nothing.
        }
    }
}
