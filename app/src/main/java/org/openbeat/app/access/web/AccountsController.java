package org.openbeat.app.access.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.OneTimePassword;
import org.openbeat.app.access.Opening;
import org.openbeat.app.access.RecentSignIn;
import org.openbeat.app.access.StaffAccounts;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators' pages of accounts. */
@Controller
@RequestMapping("/admin/accounts")
class AccountsController {
    private final StaffAccounts accounts;
    private final Access access;
    private final RoleNames roleNames;

    AccountsController(StaffAccounts accounts, Access access, RoleNames roleNames) {
        this.accounts = accounts;
        this.access = access;
        this.roleNames = roleNames;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        model.addAttribute("page", accounts.search(actor, q.strip(), page));
        model.addAttribute("q", q.strip());
        model.addAttribute("roleNames", roleNames.in(locale));
        return "access/accounts";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", AccountForm.EMPTY);
        return form(actor, model, locale);
    }

    @RecentSignIn
    @PostMapping
    String open(
            Actor actor,
            @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        form.check(errors, true);
        var opening = errors.hasErrors() ? null : open(actor, form, errors);
        return opening == null ? form(actor, model, locale) : opened(opening, model, after);
    }

    private static String opened(Opening opening, Model model, RedirectAttributes after) {
        return switch (opening) {
            case Opening.Opened opened -> shown(opened.password(), model);
            case Opening.Proposed proposed -> {
                after.addFlashAttribute("notice", "approval.proposed");
                yield toProposal(proposed.proposal());
            }
        };
    }

    private @Nullable Opening open(Actor actor, AccountForm form, BindingResult errors) {
        try {
            var agency = new AgencyId(form.agency());
            return accounts.open(actor, form.userName(), form.name(), agency, form.chosenRoles(), form.reason());
        } catch (Refusal refusal) {
            reject(refusal, errors);
            return null;
        }
    }

    private static void reject(Refusal refusal, BindingResult errors) {
        var field = switch (refusal.type()) {
            case "user-name-taken" -> "userName";
            case "reason-missing" -> "reason";
            case "agency-elsewhere" -> "agency";
            default -> "roles";
        };
        errors.rejectValue(field, "problem." + refusal.type() + ".detail", refusal.arguments(), null);
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable AccountId id, Model model, Locale locale) {
        var account = accounts.get(actor, id);
        model.addAttribute("form", AccountForm.of(account));
        return edit(actor, id, model, locale);
    }

    @RecentSignIn
    @PostMapping("/{id}")
    String change(
            Actor actor,
            @PathVariable AccountId id,
            @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        form.check(errors, false);
        if (errors.hasErrors()) {
            return edit(actor, id, model, locale);
        }
        try {
            var agency = new AgencyId(form.agency());
            var proposal = accounts.change(actor, id, form.name(), agency, form.chosenRoles(), form.reason());
            after.addFlashAttribute("notice", proposal.isEmpty() ? "access.accounts.changed" : "approval.proposed");
            return proposal.map(AccountsController::toProposal).orElse("redirect:/admin/accounts/" + id);
        } catch (Refusal refusal) {
            reject(refusal, errors);
            return edit(actor, id, model, locale);
        }
    }

    @RecentSignIn
    @PostMapping("/{id}/close")
    String close(
            Actor actor,
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        var proposal = accounts.close(actor, id, reason);
        after.addFlashAttribute("notice", proposal.isEmpty() ? "access.accounts.closed-notice" : "approval.proposed");
        return proposal.map(AccountsController::toProposal).orElse("redirect:/admin/accounts");
    }

    private static String toProposal(ProposalId proposal) {
        return "redirect:/approvals/" + proposal;
    }

    @RecentSignIn
    @PostMapping("/{id}/password")
    String resetPassword(Actor actor, @PathVariable AccountId id, Model model) {
        return shown(accounts.resetPassword(actor, id), model);
    }

    @RecentSignIn
    @PostMapping("/{id}/shut-out")
    String shutOut(Actor actor, @PathVariable AccountId id, RedirectAttributes after) {
        accounts.shutOut(actor, id);
        after.addFlashAttribute("notice", "access.accounts.shut-out.done");
        return "redirect:/admin/accounts/" + id;
    }

    private String form(Actor actor, Model model, Locale locale) {
        model.addAttribute("roles", roleNames.in(locale));
        model.addAttribute("agencies", AgencyChoices.within(access, actor, locale));
        return "access/account-new";
    }

    private String edit(Actor actor, AccountId id, Model model, Locale locale) {
        form(actor, model, locale);
        var account = accounts.get(actor, id);
        model.addAttribute("account", account);
        model.addAttribute("powerful", account.isPowerful());
        model.addAttribute("own", actor.id().equals(id.toString()));
        return "access/account-edit";
    }

    private static String shown(OneTimePassword password, Model model) {
        model.addAttribute("opened", password);
        return "access/one-time-password";
    }
}
