package org.openbeat.app.dispatch.web;

import java.util.Locale;
import java.util.UUID;
import org.openbeat.app.dispatch.Rotation;
import org.openbeat.app.dispatch.contractor.ContractorService;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of firms that the room calls in turn. */
@Controller
@RequestMapping("/board/contractors")
class ContractorsController {
    private static final String HOME = "redirect:/board/contractors";

    private final Rotation rotation;
    private final RoomPage page;
    private final Acts acts;

    ContractorsController(Rotation rotation, RoomPage page, Acts acts) {
        this.rotation = rotation;
        this.page = page;
        this.acts = acts;
    }

    @GetMapping
    String list(Actor actor, Locale locale, Model model) {
        model.addAttribute("names", page.names(locale));
        model.addAttribute("times", page.times());
        model.addAttribute("contractors", rotation.list(actor));
        model.addAttribute("services", ContractorService.values());
        model.addAttribute("mayChange", actor.hasAny(Role.DISPATCHER, Role.COMMANDER));
        return "dispatch/contractors";
    }

    @PostMapping
    String add(
            Actor actor,
            @RequestParam ContractorService service,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            Locale locale,
            RedirectAttributes after) {
        return done(after, locale, "room.contractor.added", () -> rotation.add(actor, service, name, phone));
    }

    @PostMapping("/{contractor}/close")
    String close(Actor actor, @PathVariable UUID contractor, Locale locale, RedirectAttributes after) {
        return done(after, locale, "room.contractor.closed", () -> rotation.close(actor, contractor));
    }

    private String done(RedirectAttributes after, Locale locale, String said, Runnable act) {
        try {
            act.run();
            after.addFlashAttribute(Acts.SAID, page.names(locale).text(said));
        } catch (Refusal refusal) {
            after.addFlashAttribute(Acts.PROBLEM, acts.text(refusal, locale));
        }
        return HOME;
    }
}
