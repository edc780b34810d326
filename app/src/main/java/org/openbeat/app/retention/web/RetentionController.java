package org.openbeat.app.retention.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Locale;
import org.openbeat.app.access.RecentSignIn;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.retention.Retention;
import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long what is kept: the schedules in force, the examples, what would go now, and the legal holds. */
@Controller
@RequestMapping("/retention")
class RetentionController {
    private final Retention retention;
    private final Clock clock;

    RetentionController(Retention retention, Clock clock) {
        this.retention = retention;
        this.clock = clock;
    }

    @Bean
    static NavigationItem retentionNavigation() {
        return NavigationItem.forStaff(
                895,
                "retention.navigation",
                "/retention",
                Role.COMMANDER,
                Role.LEGAL_REVIEWER,
                Role.ADMINISTRATOR,
                Role.OVERSIGHT);
    }

    @GetMapping
    String page(Actor actor, Model model) {
        model.addAttribute("kinds", retention.kinds());
        model.addAttribute("holds", retention.holds(actor));
        model.addAttribute("plan", retention.plan());
        model.addAttribute("now", clock.instant());
        model.addAttribute("mayPropose", actor.hasAny(Role.COMMANDER, Role.LEGAL_REVIEWER));
        return "retention/index";
    }

    /** A period as a number of months, which people can say; it is written as ISO 8601. */
    @RecentSignIn
    @PostMapping("/schedules/{kind}")
    String propose(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        var proposal = retention.proposeSchedule(actor, kind, period(months), basis, reason);
        after.addFlashAttribute("notice", "approval.proposed");
        return "redirect:/approvals/" + proposal;
    }

    private static Period period(String months) {
        try {
            return Period.parse("P" + months.strip().toUpperCase(Locale.ROOT) + "M")
                    .normalized();
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Kind.INVALID, "schedule-unfit");
        }
    }
}
