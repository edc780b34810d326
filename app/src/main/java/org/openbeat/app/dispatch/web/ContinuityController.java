package org.openbeat.app.dispatch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Continuity;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.continuity.CardRange;
import org.openbeat.app.dispatch.continuity.Phone;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Working on paper: the pack, the phone list, cards that are entered afterwards, and which of them are missing. */
@Controller
@RequestMapping("/board/continuity")
class ContinuityController {
    private static final String HOME = "redirect:/board/continuity";

    private final Continuity continuity;
    private final Dispatch dispatch;
    private final RoomPage page;
    private final Acts acts;
    private final OpenbeatSettings settings;
    private final Identifiers identifiers;

    ContinuityController(
            Continuity continuity,
            Dispatch dispatch,
            RoomPage page,
            Acts acts,
            OpenbeatSettings settings,
            Identifiers identifiers) {
        this.continuity = continuity;
        this.dispatch = dispatch;
        this.page = page;
        this.acts = acts;
        this.settings = settings;
        this.identifiers = identifiers;
    }

    @GetMapping
    String home(Actor actor, Locale locale, Model model) {
        var state = continuity.state(actor, locale);
        model.addAttribute("state", state);
        model.addAttribute(
                "lines",
                state.phones().stream()
                        .map(phone -> phone.name() + "; " + phone.number())
                        .collect(Collectors.joining("\n")));
        model.addAttribute("times", page.times());
        model.addAttribute("mayChange", actor.hasAny(Role.DISPATCHER, Role.COMMANDER));
        return "dispatch/continuity";
    }

    /** The pack as it is now; its cards count as printed from here on. */
    @PostMapping("/pack")
    ResponseEntity<byte[]> pack(Actor actor, Locale locale) {
        var name = ContentDisposition.attachment().filename("pack.pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(continuity.print(actor, locale));
    }

    @PostMapping("/phones")
    String phones(Actor actor, @RequestParam(defaultValue = "") String lines, Locale locale, RedirectAttributes after) {
        return done(after, locale, "room.phones.saved", () -> {
            continuity.setPhones(actor, phones(lines));
            return HOME;
        });
    }

    /** One a line: who, and behind the last semicolon the number. */
    private static List<Phone> phones(String lines) {
        var phones = new ArrayList<Phone>();
        for (var line :
                lines.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            int cut = line.lastIndexOf(';');
            if (cut < 1 || line.length() > 200) {
                throw new Refusal(Refusal.Kind.INVALID, "phone-line-unreadable", line);
            }
            phones.add(new Phone(
                    line.substring(0, cut).strip(), line.substring(cut + 1).strip()));
        }
        return phones;
    }

    @PostMapping("/outages")
    String outage(
            Actor actor,
            @RequestParam(defaultValue = "") String began,
            @RequestParam(defaultValue = "") String ended,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            Locale locale,
            RedirectAttributes after) {
        return done(after, locale, "room.outage.noted", () -> {
            var range = new CardRange(CardForm.number(first), CardForm.number(last));
            var zone = settings.zone();
            var id = continuity.noteOutage(actor, CardForm.time(began, zone), CardForm.time(ended, zone), range);
            return HOME + "/outages/" + id;
        });
    }

    @GetMapping("/outages/{outage}")
    String reconcile(Actor actor, @PathVariable UUID outage, Model model) {
        model.addAttribute("found", continuity.reconcile(actor, outage));
        model.addAttribute("times", page.times());
        return "dispatch/outage";
    }

    @PostMapping("/outages/{outage}/aside")
    String aside(
            Actor actor,
            @PathVariable UUID outage,
            @RequestParam int card,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes after) {
        return done(after, locale, "room.card.set-aside", HOME + "/outages/" + outage, () -> {
            continuity.setAside(actor, card, reason);
            return HOME + "/outages/" + outage;
        });
    }

    @GetMapping("/cards")
    String card(Actor actor, @RequestParam(defaultValue = "") String card, Locale locale, Model model) {
        return form(CardForm.empty(identifiers.next().toString(), card), actor, locale, model);
    }

    /** The next card can be typed at once; a card that is refused stays on the page as it was typed. */
    @PostMapping("/cards")
    String enter(
            Actor actor, @ModelAttribute("form") CardForm form, Locale locale, Model model, RedirectAttributes after) {
        try {
            var answer = dispatch.perform(actor, form.command(settings.zone()), new CommandKey(form.key()));
            var names = page.names(locale);
            after.addFlashAttribute(
                    Acts.SAID, names.text("room.card.entered", form.card(), String.valueOf(answer.number())));
            return HOME + "/cards";
        } catch (Refusal refusal) {
            model.addAttribute(Acts.PROBLEM, acts.text(refusal, locale));
            model.addAttribute("askAgain", refusal.type().equals("card-entered-already"));
            return form(form, actor, locale, model);
        }
    }

    private String form(CardForm form, Actor actor, Locale locale, Model model) {
        var catalogue = dispatch.catalogue();
        model.addAttribute("form", form);
        model.addAttribute("names", page.names(locale));
        model.addAttribute("zone", settings.zone().getId());
        model.addAttribute("types", catalogue.incidentTypes());
        model.addAttribute("dispositions", catalogue.dispositions());
        model.addAttribute("units", dispatch.board(actor).units());
        return "dispatch/card";
    }

    private String done(RedirectAttributes after, Locale locale, String said, Supplier<String> act) {
        return done(after, locale, said, HOME, act);
    }

    private String done(RedirectAttributes after, Locale locale, String said, String back, Supplier<String> act) {
        try {
            var next = act.get();
            after.addFlashAttribute(Acts.SAID, page.names(locale).text(said));
            return next;
        } catch (Refusal refusal) {
            after.addFlashAttribute(Acts.PROBLEM, acts.text(refusal, locale));
            return back;
        }
    }
}
