package org.openbeat.app.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.board.Nearby;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a call while on the telephone. */
@Controller
class CallController {
    private final Dispatch dispatch;
    private final RoomPage page;
    private final Acts acts;
    private final Identifiers identifiers;

    CallController(Dispatch dispatch, RoomPage page, Acts acts, Identifiers identifiers) {
        this.dispatch = dispatch;
        this.page = page;
        this.acts = acts;
        this.identifiers = identifiers;
    }

    @GetMapping("/calls/new")
    String form(@RequestParam(defaultValue = "") String place, Actor actor, Locale locale, Model model) {
        return show(CallForm.empty(identifiers.next().toString(), place), null, actor, locale, model);
    }

    private String show(CallForm call, @Nullable String problem, Actor actor, Locale locale, Model model) {
        var names = page.names(locale);
        var times = page.times();
        page.put(model, names, times, locale);
        model.addAttribute("call", call);
        model.addAttribute("at", times.now());
        model.addAttribute("account", actor.id());
        model.addAttribute("types", dispatch.catalogue().incidentTypes());
        if (problem != null) {
            model.addAttribute(Acts.PROBLEM, problem);
        }
        if (!call.place().isBlank()) {
            model.addAttribute("near", near(actor, call.point(), call.place(), names));
        }
        return "dispatch/call";
    }

    /** Two presses, or a second try after a lost answer, carry the same key and open one incident. */
    @PostMapping("/calls")
    String take(
            @ModelAttribute CallForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var names = page.names(locale);
        var missing = form.missing();
        if (missing != null) {
            response.setStatus(422);
            return show(form, names.text(missing), actor, locale, model);
        }
        try {
            var taken = dispatch.takeCall(actor, form.call(), new CommandKey(form.key()));
            response.addHeader(HttpHeaders.SET_COOKIE, stored(form.key()));
            var label = "#" + taken.number().replaceFirst("^.*/", "");
            redirect.addFlashAttribute(
                    Acts.SAID,
                    names.text(taken.joined() ? "dispatch.said.call-joined" : "dispatch.said.call", label)
                            + (taken.repeated() ? " " + names.text("dispatch.said.repeated") : ""));
            return "redirect:" + next(form, taken.incident().value());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind() == Refusal.Kind.CONFLICT ? 409 : 422);
            var again = refusal.type().equals("command-key-reused")
                    ? form.under(identifiers.next().toString())
                    : form;
            return show(again, acts.text(refusal, locale), actor, locale, model);
        }
    }

    private static String next(CallForm form, UUID incident) {
        if ("call".equals(form.next())) {
            return "/calls/new";
        }
        return form.scripts() ? "/board?open=" + incident : "/incidents/" + incident;
    }

    /** Tells the script which draft is done with; it is no secret and opens nothing. */
    private static String stored(String key) {
        return ResponseCookie.from("call-stored", key.replaceAll("[^A-Za-z0-9-]", ""))
                .path("/calls")
                .sameSite("Lax")
                .maxAge(Duration.ofHours(12))
                .build()
                .toString();
    }

    /** What is known of the place, while the caller still talks. */
    @GetMapping("/calls/near")
    String near(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable Double latitude,
            @RequestParam(required = false) @Nullable Double longitude,
            Actor actor,
            Locale locale,
            Model model) {
        var names = page.names(locale);
        page.put(model, names, page.times(), locale);
        var point = latitude == null || longitude == null ? null : CallForm.point(latitude, longitude);
        model.addAttribute("near", near(actor, point, place, names));
        return "dispatch/near :: near";
    }

    private Near near(Actor actor, @Nullable GeoPoint point, String place, Names names) {
        var times = page.times();
        var found = dispatch.nearby(actor, point, place);
        return new Near(
                found.open().stream().map(each -> Near.open(each, names, times)).toList(),
                found.earlier().stream()
                        .map(each -> Near.earlier(each, names, times))
                        .toList());
    }

    /** What is open near the place and what was there before, in words. */
    record Near(List<Line> open, List<Line> earlier) {

        record Line(
                String id, String label, String number, int priority, String typeName, String place, String about) {}

        static Line open(Nearby.Neighbour each, Names names, Times times) {
            var age = times.age(each.incident().openedAt());
            return line(
                    each,
                    names,
                    each.metres() < 0
                            ? names.text("dispatch.near.no-distance", age)
                            : names.text("dispatch.near.distance", each.metres(), age));
        }

        static Line earlier(Nearby.Neighbour each, Names names, Times times) {
            var disposition = each.incident().disposition();
            var result = disposition == null ? "" : ", " + names.disposition(disposition);
            return line(each, names, times.time(each.incident().openedAt()) + result);
        }

        private static Line line(Nearby.Neighbour each, Names names, String about) {
            var row = each.incident();
            return new Line(
                    row.id().toString(),
                    Integer.toString(row.dayNumber()),
                    row.number(),
                    row.priority().level(),
                    names.type(row.type()),
                    row.locationText(),
                    about);
        }
    }
}
