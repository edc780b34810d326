package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.Confirmation;
import org.openbeat.app.access.StaffCookies;
import org.openbeat.app.access.steps.PendingStep;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for the password again before a dangerous act, and lets that act go on. */
@Controller
@RequestMapping(ConfirmPage.PATH)
class ConfirmController {
    private final Confirmation confirmation;
    private final StaffCookies cookies;

    ConfirmController(Confirmation confirmation, StaffCookies cookies) {
        this.confirmation = confirmation;
        this.cookies = cookies;
    }

    @GetMapping
    ModelAndView ask(Actor actor, HttpServletRequest request) {
        return ConfirmPage.with(confirmation.factors(actor), ConfirmPage.again(request));
    }

    @PostMapping
    @Nullable
    ModelAndView confirm(
            Actor actor,
            @RequestParam(name = ConfirmPage.PASSWORD, defaultValue = "") String password,
            @RequestParam(name = ConfirmPage.CODE, defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookies.session(request);
        var outcome = token == null ? new Confirmation.Outcome.Refused() : confirmation.confirm(token, password, code);
        return switch (outcome) {
            case Confirmation.Outcome.Confirmed ignored -> goOn(request, response);
            case Confirmation.Outcome.Refused ignored -> ask(actor, request).addObject("refused", true);
            case Confirmation.Outcome.Wait wait -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                long seconds = wait.time().plusMillis(999).toSeconds();
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                yield ask(actor, request).addObject("wait", seconds);
            }
        };
    }

    @PostMapping(params = ConfirmPage.CREDENTIAL)
    @Nullable
    ModelAndView confirmByPasskey(
            Actor actor,
            @RequestParam(ConfirmPage.CREDENTIAL) String credential,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookies.session(request);
        var step = cookies.step(request, PendingStep.Kind.PASSKEY_SIGN_IN);
        if (token == null || step == null) {
            return ask(actor, request).addObject("refused", true);
        }
        try {
            confirmation.confirmByPasskey(token, step, credential);
            return goOn(request, response);
        } catch (Refusal refusal) {
            return ask(actor, request).addObject("refused", true);
        }
    }

    /** 307 keeps the method and the body: the browser sends the form that waited. */
    private static @Nullable ModelAndView goOn(HttpServletRequest request, HttpServletResponse response) {
        var asked = request.getParameter(ConfirmPage.TO);
        var to = LocalPage.orStaff(asked == null ? "" : asked);
        boolean form = request.getParameter(ConfirmPage.FORM) != null && to.equals(asked);
        response.setStatus(form ? HttpStatus.TEMPORARY_REDIRECT.value() : HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, to);
        return null;
    }
}
