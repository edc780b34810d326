package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.openbeat.app.access.Session;
import org.openbeat.app.access.StaffAccounts;
import org.openbeat.app.access.StaffCookies;
import org.openbeat.app.access.StaffSessions;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: who one is here, where one is signed in, and the password. */
@Controller
@RequestMapping("/account")
class AccountController {
    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final StaffCookies cookies;

    AccountController(StaffAccounts accounts, StaffSessions sessions, StaffCookies cookies) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** What is typed to change a password; never shown again. */
    record PasswordForm(String current, String wanted, String again) {
        static final PasswordForm EMPTY = new PasswordForm("", "", "");

        PasswordForm {
            current = current == null ? "" : current;
            wanted = wanted == null ? "" : wanted;
            again = again == null ? "" : again;
        }

        @Override
        public String toString() {
            return "PasswordForm";
        }
    }

    @GetMapping
    String show(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("sessions", sessions.list(actor));
        model.addAttribute("current", Session.of(request).map(Session::id).orElse(null));
        return "access/account";
    }

    @PostMapping("/sessions/{id}/end")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes after) {
        sessions.end(actor, id);
        after.addFlashAttribute("notice", "access.account.session-ended");
        return "redirect:/account";
    }

    @PostMapping("/sessions/end-others")
    String endOthers(Actor actor, HttpServletRequest request, RedirectAttributes after) {
        Session.of(request).ifPresent(session -> sessions.endOthers(actor, session.id()));
        after.addFlashAttribute("notice", "access.account.others-ended");
        return "redirect:/account";
    }

    @GetMapping("/password")
    String password(Model model) {
        model.addAttribute("form", PasswordForm.EMPTY);
        return "access/password";
    }

    @PostMapping("/password")
    String change(
            Actor actor,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!form.wanted().equals(form.again())) {
            errors.rejectValue("again", "access.password.differs");
        } else {
            change(actor, form, errors);
        }
        if (errors.hasErrors()) {
            return "access/password";
        }
        cookies.takeSession(response);
        after.addFlashAttribute("notice", "access.password.changed");
        return "redirect:/sign-in";
    }

    private void change(Actor actor, PasswordForm form, BindingResult errors) {
        try {
            accounts.changePassword(actor, form.current(), form.wanted());
        } catch (Refusal refusal) {
            var field = refusal.type().equals("password-wrong") ? "current" : "wanted";
            errors.rejectValue(field, "problem." + refusal.type() + ".detail", refusal.arguments(), null);
        }
    }
}
