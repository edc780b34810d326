package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openbeat.app.access.SignIn;
import org.openbeat.app.access.StaffCookies;
import org.openbeat.app.access.StaffSessions;
import org.openbeat.app.access.steps.PendingStep;
import org.openbeat.app.web.ClientAddresses;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What every way of signing in does with the browser: knows where it comes from, and gives it its session. */
@Component
class Entering {
    private final StaffSessions sessions;
    private final StaffCookies cookies;
    private final ClientAddresses addresses;

    Entering(StaffSessions sessions, StaffCookies cookies, ClientAddresses addresses) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.addresses = addresses;
    }

    SignIn.Source source(HttpServletRequest request) {
        return new SignIn.Source(
                addresses.subscriber(request),
                cookies.device(request),
                BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    /**
     * The browser gets a new token each time; what it brought along is worth nothing any more.
     *
     * @return the page that comes now
     */
    String enter(SignIn.Outcome.In in, String to, HttpServletRequest request, HttpServletResponse response) {
        var earlier = cookies.session(request);
        if (earlier != null) {
            sessions.signOut(earlier);
        }
        cookies.give(response, in);
        cookies.takeStep(response, PendingStep.Kind.SECOND_FACTOR);
        return in.mustChangePassword() ? "/account/password" : LocalPage.orStaff(to);
    }
}
