package org.openbeat.app.access.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.openbeat.app.access.RecentSignIn;
import org.openbeat.app.access.approval.Approvals;
import org.openbeat.app.access.approval.Proposal;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a second person: who may decide sees exactly what would happen. */
@Controller
@RequestMapping("/approvals")
class ApprovalsController {
    private final Approvals approvals;

    ApprovalsController(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var all = approvals.visible(actor);
        model.addAttribute("waiting", only(all, proposal -> approvals.mayDecide(actor, proposal)));
        model.addAttribute(
                "open",
                only(
                        all,
                        proposal ->
                                proposal.status() == Proposal.Status.OPEN && !approvals.mayDecide(actor, proposal)));
        model.addAttribute("decided", only(all, proposal -> proposal.status() != Proposal.Status.OPEN));
        return "access/approvals";
    }

    private static List<Proposal> only(List<Proposal> all, Predicate<Proposal> wanted) {
        return all.stream().filter(wanted).toList();
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable ProposalId id, Model model, Locale locale) {
        var proposal = approvals.get(actor, id);
        model.addAttribute("proposal", proposal);
        model.addAttribute("effects", approvals.effects(proposal, locale));
        model.addAttribute("mayDecide", approvals.mayDecide(actor, proposal));
        model.addAttribute(
                "own",
                proposal.status() == Proposal.Status.OPEN
                        && proposal.proposer().toString().equals(actor.id()));
        return "access/approval";
    }

    @RecentSignIn
    @PostMapping("/{id}/approve")
    String approve(Actor actor, @PathVariable ProposalId id, RedirectAttributes after) {
        approvals.approve(actor, id);
        return done(id, "approval.approved", after);
    }

    @PostMapping("/{id}/refuse")
    String refuse(
            Actor actor,
            @PathVariable ProposalId id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        approvals.refuse(actor, id, reason);
        return done(id, "approval.refused", after);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(Actor actor, @PathVariable ProposalId id, RedirectAttributes after) {
        approvals.withdraw(actor, id);
        return done(id, "approval.withdrawn", after);
    }

    private static String done(ProposalId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/approvals/" + id;
    }
}
