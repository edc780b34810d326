package org.openbeat.app.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.openbeat.app.desk.DeskSettings;
import org.openbeat.app.desk.draft.DraftToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Ties a browser to its draft. Scripts can't read it, and it goes nowhere but to the pages of the wizard. */
@Component
class DraftCookie {
    private static final String NAME = "draft";
    private static final String PATH = "/report";

    private final DeskSettings settings;

    DraftCookie(DeskSettings settings) {
        this.settings = settings;
    }

    Optional<DraftToken> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? Optional.empty() : DraftToken.of(cookie.getValue());
    }

    void write(DraftToken token, HttpServletRequest request, HttpServletResponse response) {
        set(token.value(), settings.draftsKept(), request, response);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, value)
                .path(PATH)
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
