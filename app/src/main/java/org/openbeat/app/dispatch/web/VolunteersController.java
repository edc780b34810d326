package org.openbeat.app.dispatch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import org.openbeat.app.access.purpose.PurposeRequired;
import org.openbeat.app.dispatch.Volunteers;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.web.QrCode;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Helpers: the room's list with the code to hang up, and the pages behind the code, which need no account. */
@Controller
class VolunteersController {
    private final Volunteers volunteers;
    private final RoomPage page;
    private final Acts acts;
    private final OpenbeatSettings settings;

    VolunteersController(Volunteers volunteers, RoomPage page, Acts acts, OpenbeatSettings settings) {
        this.volunteers = volunteers;
        this.page = page;
        this.acts = acts;
        this.settings = settings;
    }

    @GetMapping("/incidents/{id}/volunteers")
    String list(@PathVariable UUID id, Actor actor, Model model) {
        try {
            var helpers = volunteers.helpers(actor, new IncidentId(id));
            var codes = new HashMap<UUID, QrCode>();
            helpers.desks().forEach(desk -> codes.put(desk.id(), QrCode.of(address(desk.secret()))));
            model.addAttribute("id", id);
            model.addAttribute("helpers", helpers);
            model.addAttribute("codes", codes);
            model.addAttribute("base", settings.baseUrl() + "/volunteers/");
            model.addAttribute("times", page.times());
            model.addAttribute("mayChange", actor.hasAny(Role.DISPATCHER, Role.COMMANDER));
            return "dispatch/volunteers";
        } catch (PurposeRequired refused) {
            return "redirect:/incidents/" + id;
        }
    }

    private String address(String secret) {
        return settings.baseUrl() + "/volunteers/" + secret;
    }

    @PostMapping("/incidents/{id}/volunteers")
    String open(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String place,
            Actor actor,
            Locale locale,
            RedirectAttributes after) {
        volunteers.open(actor, new IncidentId(id), place);
        after.addFlashAttribute(Acts.SAID, page.names(locale).text("room.volunteers.opened"));
        return "redirect:/incidents/" + id + "/volunteers";
    }

    @PostMapping("/incidents/{id}/volunteers/{desk}/close")
    String close(@PathVariable UUID id, @PathVariable UUID desk, Actor actor, Locale locale, RedirectAttributes after) {
        volunteers.close(actor, new IncidentId(id), desk);
        after.addFlashAttribute(Acts.SAID, page.names(locale).text("room.volunteers.closed"));
        return "redirect:/incidents/" + id + "/volunteers";
    }

    @GetMapping("/incidents/{id}/volunteers.csv")
    ResponseEntity<byte[]> csv(@PathVariable UUID id, Actor actor) {
        var name = ContentDisposition.attachment().filename("volunteers.csv").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(volunteers.export(actor, new IncidentId(id)).getBytes(UTF_8));
    }

    @GetMapping("/volunteers/{desk}")
    String desk(@PathVariable String desk, Model model) {
        model.addAttribute("desk", volunteers.desk(desk));
        return "dispatch/volunteer";
    }

    @PostMapping("/volunteers/{desk}")
    String checkIn(
            @PathVariable String desk,
            @RequestParam(defaultValue = "") String name,
            Locale locale,
            RedirectAttributes after) {
        try {
            return "redirect:/volunteers/" + desk + "/" + volunteers.checkIn(desk, name);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            after.addFlashAttribute(Acts.PROBLEM, acts.text(refusal, locale));
            return "redirect:/volunteers/" + desk;
        }
    }

    @GetMapping("/volunteers/{desk}/{own}")
    String helper(@PathVariable String desk, @PathVariable String own, Model model) {
        model.addAttribute("helper", volunteers.helper(desk, own));
        model.addAttribute("times", page.times());
        return "dispatch/volunteer-shift";
    }

    @PostMapping("/volunteers/{desk}/{own}")
    String checkOut(@PathVariable String desk, @PathVariable String own) {
        volunteers.checkOut(desk, own);
        return "redirect:/volunteers/" + desk + "/" + own;
    }
}
