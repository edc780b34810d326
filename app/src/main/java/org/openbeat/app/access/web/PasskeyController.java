package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.openbeat.app.access.OwnFactors;
import org.openbeat.app.access.PasskeySignIn;
import org.openbeat.app.access.RecentSignIn;
import org.openbeat.app.access.Session;
import org.openbeat.app.access.StaffCookies;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.passkeys.Ceremony;
import org.openbeat.app.access.passkeys.Passkeys;
import org.openbeat.app.access.steps.PendingStep.Kind;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passkeys: one's own, and signing in with one. The script of the page speaks with the authenticator. */
@Controller
class PasskeyController {
    private static final String OWN = "redirect:/account/passkeys";

    private final Passkeys passkeys;
    private final OwnFactors factors;
    private final PasskeySignIn signIn;
    private final Entering entering;
    private final StaffCookies cookies;

    PasskeyController(
            Passkeys passkeys, OwnFactors factors, PasskeySignIn signIn, Entering entering, StaffCookies cookies) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.signIn = signIn;
        this.entering = entering;
        this.cookies = cookies;
    }

    @GetMapping("/account/passkeys")
    String own(Actor actor, Model model) {
        model.addAttribute("passkeys", passkeys.of(AccountId.of(actor.id())));
        model.addAttribute("domain", passkeys.domain());
        return "access/passkeys";
    }

    @RecentSignIn
    @PostMapping("/account/passkeys/options")
    ResponseEntity<String> enrolmentOptions(Actor actor, HttpServletResponse response) {
        return begun(Kind.PASSKEY_ENROLMENT, passkeys.beginEnrolment(actor), response);
    }

    @RecentSignIn
    @PostMapping("/account/passkeys")
    String enrol(
            Actor actor,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (credential.isEmpty()) { // The page's script led to the confirmation of the sign-in; now it may begin.
            after.addFlashAttribute("notice", "access.passkeys.go-on");
            return OWN;
        }
        var session = Session.of(request);
        var step = cookies.step(request, Kind.PASSKEY_ENROLMENT);
        cookies.takeStep(response, Kind.PASSKEY_ENROLMENT);
        if (session.isEmpty() || step == null) {
            throw new Refusal(Refusal.Kind.INVALID, "passkey-refused");
        }
        factors.addPasskey(actor, session.get(), step, credential, name);
        after.addFlashAttribute("notice", "access.passkeys.added");
        return OWN;
    }

    @RecentSignIn
    @PostMapping("/account/passkeys/{id}/remove")
    String remove(Actor actor, @PathVariable UUID id, RedirectAttributes after) {
        factors.removePasskey(actor, id);
        after.addFlashAttribute("notice", "access.passkeys.removed");
        return OWN;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> signInOptions(HttpServletResponse response) {
        return begun(Kind.PASSKEY_SIGN_IN, passkeys.beginSignIn(), response);
    }

    @PostMapping("/sign-in/passkey")
    String signIn(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var step = cookies.step(request, Kind.PASSKEY_SIGN_IN);
        cookies.takeStep(response, Kind.PASSKEY_SIGN_IN);
        if (step == null) {
            return "redirect:/sign-in?passkey";
        }
        try {
            var in = signIn.attempt(step, credential, entering.source(request));
            return "redirect:" + entering.enter(in, to, request, response);
        } catch (Refusal refusal) {
            return "redirect:/sign-in?passkey";
        }
    }

    private ResponseEntity<String> begun(Kind kind, Ceremony ceremony, HttpServletResponse response) {
        cookies.giveStep(response, kind, ceremony.step());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ceremony.options());
    }
}
