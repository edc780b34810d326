package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openbeat.app.access.ProviderSignIn;
import org.openbeat.app.access.StaffCookies;
import org.openbeat.app.access.steps.PendingStep.Kind;
import org.openbeat.app.kernel.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to the organisation's identity provider and back. */
@Controller
@RequestMapping("/sign-in/provider")
class ProviderController {
    private final ProviderSignIn signIn;
    private final Entering entering;
    private final StaffCookies cookies;

    ProviderController(ProviderSignIn signIn, Entering entering, StaffCookies cookies) {
        this.signIn = signIn;
        this.entering = entering;
        this.cookies = cookies;
    }

    /** A link and no form: the policy of our pages lets no form lead elsewhere. */
    @GetMapping
    String depart(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") String again,
            HttpServletResponse response) {
        var departure = signIn.depart(to, again.equals("true"));
        cookies.giveStep(response, Kind.IDENTITY_PROVIDER, departure.step());
        return "redirect:" + departure.address();
    }

    @GetMapping("/callback")
    String arrive(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var step = cookies.step(request, Kind.IDENTITY_PROVIDER);
        cookies.takeStep(response, Kind.IDENTITY_PROVIDER);
        if (step == null || code.isEmpty()) { // Turned away at the provider, or an address that somebody kept.
            return "redirect:/sign-in?provider";
        }
        var arrival = signIn.arrive(step, state, code, entering.source(request));
        return "redirect:" + entering.enter(arrival.in(), arrival.to(), request, response);
    }

    /** Called by the provider itself (OpenID Connect Back-Channel Logout 1.0, 2.5 and 2.8). */
    @PostMapping("/logout")
    ResponseEntity<String> end(@RequestParam(name = "logout_token", defaultValue = "") String token) {
        try {
            signIn.end(token);
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            return ResponseEntity.badRequest()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"error\":\"invalid_request\",\"detail\":\"the logout token does not fit\"}");
        }
    }
}
