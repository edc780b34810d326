package org.openbeat.app.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose an incident is and who sees it: handing it over, limiting it to named people, lifting the limit. */
@Controller
class SharingActs {
    private static final String BOARD = "/board";

    private final Dispatch dispatch;
    private final RoomPage page;
    private final Acts acts;

    SharingActs(Dispatch dispatch, RoomPage page, Acts acts) {
        this.dispatch = dispatch;
        this.page = page;
        this.acts = acts;
    }

    /** The page that comes next is the board: the agency that handed over may no longer see the incident. */
    @PostMapping("/incidents/{id}/hand-over")
    Object handOver(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(required = false) @Nullable Boolean keepReading,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return acts.answer(request, redirect, locale, BOARD, () -> {
            var command = new Command.HandOver(new IncidentId(id), agency(agency), keepReading, reason);
            return said(actor, locale, key, id, command, "dispatch.said.handed-over", agency);
        });
    }

    private static AgencyId agency(String text) {
        try {
            return new AgencyId(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.INVALID, "agency-unknown", text);
        }
    }

    @PostMapping("/incidents/{id}/restrict")
    Object restrict(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return acts.answer(request, redirect, locale, "/incidents/" + id, () -> {
            var command = new Command.Restrict(new IncidentId(id), names(people), reason);
            return said(actor, locale, key, id, command, "dispatch.said.restricted", "");
        });
    }

    /** User names, parted by spaces, commas or lines. */
    private static List<String> names(String people) {
        return Arrays.stream(people.split("[\\s,;，；]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @PostMapping("/incidents/{id}/restrict/lift")
    Object lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return acts.answer(request, redirect, locale, "/incidents/" + id, () -> {
            var command = new Command.Restrict(new IncidentId(id), null, reason);
            return said(actor, locale, key, id, command, "dispatch.said.lifted", "");
        });
    }

    private Said said(Actor actor, Locale locale, String key, UUID id, Command command, String text, String agency) {
        var label = "#" + dispatch.file(actor, new IncidentId(id)).row().dayNumber();
        var answer = dispatch.perform(actor, command, new CommandKey(key));
        return Said.of(page.names(locale).text(text, label, agency)).and(acts.notices(answer, locale));
    }
}
