package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openbeat.app.access.SignIn;
import org.openbeat.app.access.StaffCookies;
import org.openbeat.app.access.StaffSessions;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.web.ClientAddresses;
import org.openbeat.app.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out, and the first page of staff. */
@Controller
class SignInController {
    private final SignIn signIn;
    private final StaffSessions sessions;
    private final StaffCookies cookies;
    private final ClientAddresses addresses;

    SignInController(SignIn signIn, StaffSessions sessions, StaffCookies cookies, ClientAddresses addresses) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.addresses = addresses;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(defaultValue = "") String to, Model model) {
        model.addAttribute("to", to);
        return "access/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("to", to);
        return switch (signIn.attempt(username, password, source(request))) {
            case SignIn.Outcome.In in -> enter(in, to, request, response);
            case SignIn.Outcome.Refused ignored -> "redirect:/sign-in?error";
            case SignIn.Outcome.Wait wait -> {
                long seconds = wait.time().plusMillis(999).toSeconds();
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                if (!Problems.wantsPage(request)) {
                    throw new Refusal(Refusal.Kind.TOO_MANY, "too-many-requests", seconds);
                }
                response.setStatus(429);
                model.addAttribute("wait", seconds);
                yield "access/sign-in";
            }
        };
    }

    /** The browser gets a new token each time; what it brought along is worth nothing any more. */
    private String enter(SignIn.Outcome.In in, String to, HttpServletRequest request, HttpServletResponse response) {
        var earlier = cookies.session(request);
        if (earlier != null) {
            sessions.signOut(earlier);
        }
        cookies.give(response, in);
        return "redirect:" + (in.mustChangePassword() ? "/account/password" : LocalPage.orStaff(to));
    }

    private SignIn.Source source(HttpServletRequest request) {
        return new SignIn.Source(
                addresses.subscriber(request),
                cookies.device(request),
                BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        var token = cookies.session(request);
        if (token != null) {
            sessions.signOut(token);
        }
        cookies.takeSession(response);
        return "redirect:/";
    }

    @GetMapping("/staff")
    String staff() {
        return "access/staff";
    }
}
