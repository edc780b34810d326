package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.openbeat.app.access.purpose.Notices;
import org.openbeat.app.access.purpose.Purpose;
import org.openbeat.app.access.purpose.PurposeKind;
import org.openbeat.app.access.purpose.PurposeQuestion;
import org.openbeat.app.access.purpose.Purposes;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff say why they read the data of persons, end that, break the glass and justify it. */
@Controller
@RequestMapping("/purposes")
class PurposesController {
    private final Purposes purposes;
    private final PurposeQuestion question;
    private final Notices notices;
    private final MessageSource messages;
    private final Clock clock;

    PurposesController(
            Purposes purposes, PurposeQuestion question, Notices notices, MessageSource messages, Clock clock) {
        this.purposes = purposes;
        this.question = question;
        this.notices = notices;
        this.messages = messages;
        this.clock = clock;
    }

    /** What one reads under now, and what waits for a justification. */
    @GetMapping
    String own(Actor actor, Model model) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("toJustify", purposes.toJustify(actor));
        purposes.current(actor).ifPresent(purpose -> model.addAttribute("current", purpose));
        return "access/purposes";
    }

    @PostMapping
    String state(
            Actor actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam String subjectKind,
            @RequestParam String subjectId,
            @RequestParam String label,
            @RequestParam(defaultValue = "/staff") String back,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var wanted = covered(subjectKind, subjectId, label);
        try {
            purposes.state(actor, kind(kind), reference, wanted);
            return "redirect:" + LocalPage.orStaff(back);
        } catch (Refusal refusal) {
            model.addAttribute("typedKind", kind);
            model.addAttribute("typedReference", reference);
            return again(actor, wanted, back, refusal, locale, model, response);
        }
    }

    @PostMapping("/break-glass")
    String breakGlass(
            Actor actor,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String subjectKind,
            @RequestParam String subjectId,
            @RequestParam String label,
            @RequestParam(defaultValue = "/staff") String back,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var wanted = covered(subjectKind, subjectId, label);
        try {
            purposes.breakGlass(actor, wanted, reason);
            return "redirect:" + LocalPage.orStaff(back);
        } catch (Refusal refusal) {
            return again(actor, wanted, back, refusal, locale, model, response);
        }
    }

    private String again(
            Actor actor,
            Purpose.Covered wanted,
            String back,
            Refusal refusal,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        var key = "problem." + refusal.type();
        model.addAttribute("problem", messages.getMessage(key + ".detail", refusal.arguments(), "", locale));
        model.addAttribute("ask", question.of(actor, wanted, LocalPage.orStaff(back)));
        return "access/purpose-again";
    }

    @PostMapping("/end")
    String end(Actor actor, RedirectAttributes after) {
        purposes.end(actor);
        after.addFlashAttribute("notice", "access.purpose.ended");
        return "redirect:/staff";
    }

    @PostMapping("/{id}/justify")
    String justify(Actor actor, @PathVariable UUID id, @RequestParam String text, RedirectAttributes after) {
        purposes.justify(actor, id, text);
        after.addFlashAttribute("notice", "access.purpose.justified");
        return "redirect:/purposes";
    }

    /** That others broke the glass. */
    @GetMapping("/told")
    String told(Actor actor, Model model) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("told", notices.list(actor));
        return "access/told";
    }

    @PostMapping("/told/seen")
    String seen(Actor actor) {
        notices.see(actor);
        return "redirect:/purposes/told";
    }

    private static Purpose.Covered covered(String kind, String id, String label) {
        var fits = kind.matches("[a-z]{1,20}") && id.matches("[A-Za-z0-9-]{1,60}") && label.matches("[\\w/ -]{1,40}");
        if (!fits) {
            throw new Refusal(Refusal.Kind.INVALID, "purpose-item-unknown");
        }
        return new Purpose.Covered(new Subject(kind, id), label);
    }

    private static PurposeKind kind(String name) {
        return Stream.of(PurposeKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "purpose-kind-unknown"));
    }
}
