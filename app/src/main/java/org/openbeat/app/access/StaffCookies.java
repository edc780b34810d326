package org.openbeat.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.steps.PendingStep;
import org.openbeat.app.access.steps.PendingSteps;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of staff: the session, the device that remembers having signed in, and each step of a sign-in that is
 * not finished. No script can read them.
 */
@Component
public class StaffCookies {
    static final String SESSION = "session";
    static final String DEVICE = "device";
    private static final Duration DEVICE_AGE = Duration.ofDays(365);

    private final AccessSettings settings;
    private final boolean secure;

    StaffCookies(AccessSettings settings, OpenbeatSettings installation) {
        this.settings = settings;
        this.secure = installation.baseUrl().startsWith("https:");
    }

    public @Nullable String session(HttpServletRequest request) {
        return value(request, SESSION);
    }

    public @Nullable String device(HttpServletRequest request) {
        return value(request, DEVICE);
    }

    public void give(HttpServletResponse response, SignIn.Outcome.In in) {
        add(response, SESSION, in.session(), settings.longest());
        add(response, DEVICE, in.device(), DEVICE_AGE);
    }

    public void giveStep(HttpServletResponse response, PendingStep.Kind kind, String step) {
        add(response, name(kind), step, PendingSteps.LIFE);
    }

    public @Nullable String step(HttpServletRequest request, PendingStep.Kind kind) {
        return value(request, name(kind));
    }

    public void takeStep(HttpServletResponse response, PendingStep.Kind kind) {
        add(response, name(kind), "", Duration.ZERO);
    }

    private static String name(PendingStep.Kind kind) {
        return "step-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The device stays known. */
    public void takeSession(HttpServletResponse response) {
        add(response, SESSION, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }
}
