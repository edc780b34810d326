package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openbeat.app.access.RecentSignIn;
import org.openbeat.app.access.Recoveries;
import org.openbeat.app.access.StaffCookies;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recovery of an account: asked for, handed over in two parts, and used by its holder. */
@Controller
class RecoveryController {
    private final Recoveries recoveries;
    private final Entering entering;
    private final StaffCookies cookies;

    RecoveryController(Recoveries recoveries, Entering entering, StaffCookies cookies) {
        this.recoveries = recoveries;
        this.entering = entering;
        this.cookies = cookies;
    }

    /** What the holder types; never shown again. */
    record RecoveryForm(String userName, String first, String second, String wanted, String again) {
        static final RecoveryForm EMPTY = new RecoveryForm("", "", "", "", "");

        RecoveryForm {
            userName = userName == null ? "" : userName.strip();
            first = first == null ? "" : first;
            second = second == null ? "" : second;
            wanted = wanted == null ? "" : wanted;
            again = again == null ? "" : again;
        }

        @Override
        public String toString() {
            return "RecoveryForm";
        }
    }

    @RecentSignIn
    @PostMapping("/admin/accounts/{id}/recovery")
    String ask(
            Actor actor,
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        var proposal = recoveries.propose(actor, id, reason);
        after.addFlashAttribute("notice", proposal.isEmpty() ? "access.recovery.alone" : "approval.proposed");
        return proposal.map(waiting -> "redirect:/approvals/" + waiting).orElse("redirect:/recoveries");
    }

    @GetMapping("/recoveries")
    String waiting(Actor actor, Model model) {
        model.addAttribute("waiting", recoveries.handledBy(actor));
        return "access/recoveries";
    }

    @RecentSignIn
    @PostMapping("/recoveries/{id}/part")
    String showPart(Actor actor, @PathVariable AccountId id, Model model) {
        model.addAttribute("part", recoveries.showPart(actor, id));
        return waiting(actor, model);
    }

    @GetMapping("/sign-in/recover")
    String form(Model model) {
        model.addAttribute("form", RecoveryForm.EMPTY);
        return "access/recover";
    }

    @PostMapping("/sign-in/recover")
    String recover(
            @ModelAttribute("form") RecoveryForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!form.wanted().equals(form.again())) {
            errors.rejectValue("again", "access.password.differs");
        } else {
            recover(form, errors, request);
        }
        if (errors.hasErrors()) {
            return "access/recover";
        }
        cookies.takeSession(response);
        after.addFlashAttribute("notice", "access.recovery.done");
        return "redirect:/sign-in";
    }

    private void recover(RecoveryForm form, BindingResult errors, HttpServletRequest request) {
        try {
            recoveries.recover(form.userName(), form.first(), form.second(), form.wanted(), entering.source(request));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.TOO_MANY) {
                throw refusal;
            }
            var field = refusal.type().equals("recovery-refused") ? "first" : "wanted";
            errors.rejectValue(field, "problem." + refusal.type() + ".detail", refusal.arguments(), null);
        }
    }
}
