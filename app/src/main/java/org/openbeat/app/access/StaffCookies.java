package org.openbeat.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.steps.PendingSteps;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of staff: the session, the device that remembers having signed in, and the step of a sign-in that is not
 * finished. No script can read them.
 */
@Component
public class StaffCookies {
    static final String SESSION = "session";
    static final String DEVICE = "device";
    static final String STEP = "step";
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

    public void giveStep(HttpServletResponse response, String step) {
        add(response, STEP, step, PendingSteps.LIFE);
    }

    public @Nullable String step(HttpServletRequest request) {
        return value(request, STEP);
    }

    public void takeStep(HttpServletResponse response) {
        add(response, STEP, "", Duration.ZERO);
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
