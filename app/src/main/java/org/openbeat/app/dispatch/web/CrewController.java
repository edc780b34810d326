package org.openbeat.app.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.position.Fix;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The crew's page on a phone. Its acts carry a key made on the phone and, as {@code at}, the instant at which the button
 * was pressed by the server's clock as the phone last heard it; both stay the same when an act is sent again.
 */
@Controller
class CrewController {
    private final Dispatch dispatch;
    private final RoomPage page;
    private final Acts acts;
    private final Positions positions;
    private final Clock clock;

    CrewController(Dispatch dispatch, RoomPage page, Acts acts, Positions positions, Clock clock) {
        this.dispatch = dispatch;
        this.page = page;
        this.acts = acts;
        this.positions = positions;
        this.clock = clock;
    }

    @GetMapping("/crew")
    String crew(Actor actor, Locale locale, Model model) {
        var names = page.names(locale);
        var times = page.times();
        page.put(model, names, times, locale);
        model.addAttribute("account", actor.id());
        model.addAttribute("at", times.now());
        model.addAttribute("dispositions", dispatch.catalogue().dispositions());
        CrewPage.of(dispatch.crew(actor), names, times).put(model);
        return "dispatch/crew";
    }

    /** The token that this session's acts need; a page that was kept offline may be older than the session. */
    @GetMapping("/crew/token")
    @ResponseBody
    Map<String, String> token(Actor actor, CsrfToken token) {
        return Map.of("account", actor.id(), "token", token.getToken());
    }

    /** The worker that keeps the page; it may serve {@code /crew}, which lies above its own path. */
    @GetMapping("/crew/worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/javascript"))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/crew")
                .body(new ClassPathResource("static/assets/dispatch/worker.js"));
    }

    @PostMapping("/crew/unit")
    Object join(
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return acts.answer(
                request,
                redirect,
                locale,
                "/crew",
                () -> said(
                        actor,
                        locale,
                        key,
                        new Command.SignOn(new UnitId(unit), null),
                        names -> names.text("dispatch.said.crew", callSign(actor, names))));
    }

    @PostMapping("/crew/leave")
    Object leave(
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var names = page.names(locale);
        return acts.answer(request, redirect, locale, "/crew", () -> {
            var left = callSign(actor, names);
            var command = new Command.SignOff(new UnitId(unit));
            return said(actor, locale, key, command, same -> names.text("dispatch.said.left", left));
        });
    }

    @PostMapping("/crew/status")
    Object status(
            @RequestParam UUID unit,
            @RequestParam UnitStatus status,
            @RequestParam(required = false) @Nullable UUID incident,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var about = incident == null ? null : new IncidentId(incident);
        return acts.answer(
                request,
                redirect,
                locale,
                "/crew",
                () -> said(
                        actor,
                        locale,
                        key,
                        new Command.SetStatus(new UnitId(unit), status, about, at),
                        names -> names.text("dispatch.said.status", callSign(actor, names), names.unitStatus(status))));
    }

    @PostMapping("/crew/well")
    Object well(
            @RequestParam UUID unit,
            @RequestParam UUID incident,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var command = new Command.Well(new IncidentId(incident), new UnitId(unit), at);
        return acts.answer(
                request,
                redirect,
                locale,
                "/crew",
                () -> said(
                        actor,
                        locale,
                        key,
                        command,
                        names -> names.text("dispatch.said.well", callSign(actor, names))));
    }

    /** Where this phone is, when its officer shares that; how old it is and not when, since its clock may be wrong. */
    @PostMapping("/crew/position")
    ResponseEntity<Void> position(
            @RequestParam double latitude,
            @RequestParam double longitude,
            @RequestParam(required = false) @Nullable Double accuracy,
            @RequestParam(required = false) @Nullable Double speed,
            @RequestParam(required = false) @Nullable Double heading,
            @RequestParam(defaultValue = "0") long age,
            Actor actor) {
        var now = clock.instant();
        var at = now.minusSeconds(Math.clamp(age, 0, 3600));
        positions.acceptFromCrew(actor, Fix.of(latitude, longitude, accuracy, speed, heading, at, now));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/crew/notes")
    Object note(
            @RequestParam UUID incident,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var id = new IncidentId(incident);
        return acts.answer(
                request,
                redirect,
                locale,
                "/crew",
                () -> said(
                        actor,
                        locale,
                        key,
                        new Command.Note(id, text, at),
                        names -> names.text("dispatch.said.note", label(actor, id))));
    }

    @PostMapping("/crew/close")
    Object close(
            @RequestParam UUID incident,
            @RequestParam(defaultValue = "") String disposition,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var id = new IncidentId(incident);
        return acts.answer(
                request,
                redirect,
                locale,
                "/crew",
                () -> said(
                        actor,
                        locale,
                        key,
                        new Command.Close(id, disposition, text.isBlank() ? null : text, at),
                        names -> names.text("dispatch.said.closed", label(actor, id))));
    }

    private Said said(Actor actor, Locale locale, String key, Command command, Function<Names, String> text) {
        var answer = dispatch.perform(actor, command, new CommandKey(key));
        return Said.of(text.apply(page.names(locale))).and(acts.notices(answer, locale));
    }

    private String callSign(Actor actor, Names names) {
        var unit = dispatch.crew(actor).unit();
        return unit == null ? "" : names.callSign(unit.callSign());
    }

    private String label(Actor actor, IncidentId id) {
        return "#" + dispatch.file(actor, id).row().dayNumber();
    }
}
