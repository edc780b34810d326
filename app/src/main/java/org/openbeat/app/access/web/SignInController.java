package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.SecondStep;
import org.openbeat.app.access.SignIn;
import org.openbeat.app.access.StaffCookies;
import org.openbeat.app.access.StaffSessions;
import org.openbeat.app.access.factors.Factor;
import org.openbeat.app.access.oidc.IdentityProvider;
import org.openbeat.app.access.steps.PendingStep;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in, in one step or two, and out, and the first page of staff. */
@Controller
class SignInController {
    private static final String PAGE = "access/sign-in";
    private static final String SECOND_PAGE = "access/second-step";

    private final SignIn signIn;
    private final SecondStep second;
    private final Entering entering;
    private final StaffSessions sessions;
    private final StaffCookies cookies;
    private final IdentityProvider provider;

    SignInController(
            SignIn signIn,
            SecondStep second,
            Entering entering,
            StaffSessions sessions,
            StaffCookies cookies,
            IdentityProvider provider) {
        this.signIn = signIn;
        this.second = second;
        this.entering = entering;
        this.sessions = sessions;
        this.cookies = cookies;
        this.provider = provider;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(defaultValue = "") String to, Model model) {
        model.addAttribute("to", to);
        model.addAttribute("provider", provider);
        return PAGE;
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page(to, model);
        return switch (signIn.attempt(username, password, entering.source(request))) {
            case SignIn.Outcome.In in -> "redirect:" + entering.enter(in, to, request, response);
            case SignIn.Outcome.NotYet notYet -> {
                cookies.giveStep(response, PendingStep.Kind.SECOND_FACTOR, notYet.step());
                yield "redirect:" + secondPage(to);
            }
            case SignIn.Outcome.Refused ignored -> "redirect:/sign-in?error";
            case SignIn.Outcome.Wait wait -> slowDown(wait.time(), PAGE, request, response, model);
        };
    }

    private static String secondPage(String to) {
        var page = UriComponentsBuilder.fromPath("/sign-in/second");
        return to.isEmpty()
                ? page.toUriString()
                : page.queryParam("to", "{to}").encode().buildAndExpand(to).toUriString();
    }

    @GetMapping("/sign-in/second")
    String secondStep(@RequestParam(defaultValue = "") String to, HttpServletRequest request, Model model) {
        return secondStep(to, cookies.step(request, PendingStep.Kind.SECOND_FACTOR), model);
    }

    private String secondStep(String to, @Nullable String step, Model model) {
        var factors = step == null ? Set.of() : second.factors(step);
        if (factors.isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("to", to);
        model.addAttribute("app", factors.contains(Factor.APP));
        model.addAttribute("passkey", factors.contains(Factor.PASSKEY));
        return SECOND_PAGE;
    }

    /** A code of the app, or a recovery code; whichever field is filled in. */
    @PostMapping("/sign-in/second")
    String secondStep(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String recovery,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var step = cookies.step(request, PendingStep.Kind.SECOND_FACTOR);
        if (step == null) {
            return "redirect:/sign-in";
        }
        var source = entering.source(request);
        var outcome = recovery.isBlank()
                ? second.tryCode(step, code, source)
                : second.tryRecoveryCode(step, recovery, source);
        return switch (outcome) {
            case SignIn.Outcome.In in -> "redirect:" + entering.enter(in, to, request, response);
            case SignIn.Outcome.NotYet ignored -> secondStep(to, step, model);
            case SignIn.Outcome.Refused ignored -> {
                model.addAttribute("refused", true);
                yield secondStep(to, step, model);
            }
            case SignIn.Outcome.Wait wait -> {
                secondStep(to, step, model);
                yield slowDown(wait.time(), SECOND_PAGE, request, response, model);
            }
        };
    }

    private static String slowDown(
            Duration time, String page, HttpServletRequest request, HttpServletResponse response, Model model) {
        long seconds = time.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        if (!Problems.wantsPage(request)) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "too-many-requests", seconds);
        }
        response.setStatus(429);
        model.addAttribute("wait", seconds);
        return page;
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
