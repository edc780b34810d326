package org.openbeat.app.dispatch.web;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.purpose.Lookups;
import org.openbeat.app.access.purpose.PurposeQuestion;
import org.openbeat.app.access.purpose.PurposeRequired;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.IncidentSearch;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Incidents of all times: the list and the page of one. */
@Controller
class IncidentController {
    private static final int PAGE_SIZE = 25;

    private final Dispatch dispatch;
    private final RoomPage page;
    private final IncidentPage incidents;
    private final Lookups lookups;
    private final PurposeQuestion question;

    IncidentController(
            Dispatch dispatch, RoomPage page, IncidentPage incidents, Lookups lookups, PurposeQuestion question) {
        this.dispatch = dispatch;
        this.page = page;
        this.incidents = incidents;
        this.lookups = lookups;
        this.question = question;
    }

    @GetMapping("/incidents")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(name = "page", defaultValue = "1") int number,
            @RequestParam(name = "number", required = false) @Nullable String incident,
            Actor actor,
            Locale locale,
            Model model) {
        if (incident != null) {
            var found = dispatch.findIncident(actor, incident);
            return found.map(id -> "redirect:/incidents/" + id)
                    .orElseGet(() -> "redirect:"
                            + UriComponentsBuilder.fromPath("/incidents")
                                    .queryParam("q", "{q}")
                                    .build(incident));
        }
        var search = new IncidentSearch(q, status.isEmpty() ? null : status, number, PAGE_SIZE);
        page.put(model, page.names(locale), page.times(), locale);
        model.addAttribute("search", search);
        model.addAttribute("page", dispatch.history(actor, search));
        model.addAttribute(
                "narrowed", search.isByWords() && lookups.groundsToSearch(actor).isEmpty());
        model.addAttribute(
                "base",
                UriComponentsBuilder.fromPath("/incidents")
                        .queryParam("q", "{q}")
                        .queryParam("status", "{status}")
                        .build(q, status)
                        .toString());
        return "dispatch/incidents";
    }

    @GetMapping("/incidents/{id}")
    String incident(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        try {
            return show(incidents.put(model, new IncidentId(id), actor, locale), locale, model);
        } catch (PurposeRequired refused) {
            return ask(actor, refused, locale, model);
        }
    }

    /** What is needed to choose, and the question why it is to be opened. */
    private String ask(Actor actor, PurposeRequired refused, Locale locale, Model model) {
        page.put(model, page.names(locale), page.times(), locale);
        var found = dispatch.history(actor, new IncidentSearch(refused.label(), null, 1, 1));
        model.addAttribute("row", found.items().getFirst());
        model.addAttribute(
                "ask",
                question.of(actor, refused, "/incidents/" + refused.subject().id()));
        return "dispatch/incident-closed";
    }

    private String show(IncidentFile file, Locale locale, Model model) {
        var names = page.names(locale);
        model.addAttribute(
                "title",
                names.text(
                        "dispatch.incident.title",
                        "#" + file.row().dayNumber(),
                        names.type(file.row().type())));
        return "dispatch/incident";
    }
}
