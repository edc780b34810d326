package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.openbeat.app.access.OwnFactors;
import org.openbeat.app.access.RecentSignIn;
import org.openbeat.app.access.Session;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own authenticator app and recovery codes. */
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorController {
    private static final String OVERVIEW = "redirect:/account/second-factor";

    private final OwnFactors factors;

    SecondFactorController(OwnFactors factors) {
        this.factors = factors;
    }

    /** The first code that a new app shows. */
    record CodeForm(String code) {
        CodeForm {
            code = code == null ? "" : code.strip();
        }
    }

    @GetMapping
    String overview(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("own", factors.of(actor));
        model.addAttribute(
                "provedTwice",
                Session.of(request)
                        .map(session -> session.proof().secondFactor())
                        .orElse(false));
        return "access/second-factor";
    }

    @RecentSignIn
    @PostMapping("/app")
    String offerApp(Actor actor) {
        factors.offerApp(actor);
        return "redirect:/account/second-factor/app";
    }

    @GetMapping("/app")
    String offered(Actor actor, Model model) {
        model.addAttribute("form", new CodeForm(""));
        return offeredPage(actor, model);
    }

    private String offeredPage(Actor actor, Model model) {
        var app = factors.offeredApp(actor);
        if (app.isEmpty()) {
            return OVERVIEW;
        }
        model.addAttribute("app", app.get());
        return "access/authenticator-app";
    }

    @RecentSignIn
    @PostMapping("/app/confirm")
    String acceptApp(
            Actor actor,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        var session = Session.of(request);
        if (session.isEmpty()) {
            return OVERVIEW;
        }
        try {
            model.addAttribute("codes", factors.acceptApp(actor, session.get(), form.code()));
            return "access/recovery-codes";
        } catch (Refusal refusal) {
            errors.rejectValue("code", "problem." + refusal.type() + ".detail");
            return offeredPage(actor, model);
        }
    }

    @RecentSignIn
    @PostMapping("/app/remove")
    String removeApp(Actor actor, RedirectAttributes after) {
        factors.removeApp(actor);
        after.addFlashAttribute("notice", "access.factors.app.removed");
        return OVERVIEW;
    }

    @RecentSignIn
    @PostMapping("/recovery-codes")
    String newCodes(Actor actor, Model model) {
        model.addAttribute("codes", factors.newRecoveryCodes(actor));
        return "access/recovery-codes";
    }
}
