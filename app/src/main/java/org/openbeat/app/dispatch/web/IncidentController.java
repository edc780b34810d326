package org.openbeat.app.dispatch.web;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Dispatch;
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

    IncidentController(Dispatch dispatch, RoomPage page, IncidentPage incidents) {
        this.dispatch = dispatch;
        this.page = page;
        this.incidents = incidents;
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
        var file = incidents.put(model, new IncidentId(id), actor, locale);
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
