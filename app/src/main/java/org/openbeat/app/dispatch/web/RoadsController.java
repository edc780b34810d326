package org.openbeat.app.dispatch.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.NewRoadCondition;
import org.openbeat.app.dispatch.Roads;
import org.openbeat.app.dispatch.events.RoadConditionId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.places.PlaceMatch;
import org.openbeat.app.places.Places;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closed and slow roads, on one page. */
@Controller
@RequestMapping("/roads")
class RoadsController {
    private static final List<String> STATES = List.of("closed", "slow-2", "slow-5");
    private static final List<String> LENGTHS = List.of("1", "4", "12", "24", "72", "open");
    private static final int LONGEST_PLACE = 200;

    private final Roads roads;
    private final Places places;
    private final RoomPage page;

    RoadsController(Roads roads, Places places, RoomPage page) {
        this.roads = roads;
        this.places = places;
        this.page = page;
    }

    /** A condition as the form sends it; numbers as they were typed. */
    record RoadForm(String place, String metres, String state, String reason, String hours) {
        static final RoadForm EMPTY = new RoadForm("", "20", "closed", "", "");

        RoadForm(
                @Nullable String place,
                @Nullable String metres,
                @Nullable String state,
                @Nullable String reason,
                @Nullable String hours) {
            this.place = place == null ? "" : place.strip();
            this.metres = metres == null ? "" : metres.strip();
            this.state = state == null ? "" : state;
            this.reason = reason == null ? "" : reason.strip();
            this.hours = hours == null ? "" : hours;
        }

        int wholeMetres() {
            return metres.matches("[0-9]{1,5}") ? Integer.parseInt(metres) : 0;
        }

        /** How many times as long; null for closed, which was chosen and not left out ({@link #check}). */
        @Nullable
        BigDecimal factor() {
            return switch (state) {
                case "slow-2" -> BigDecimal.valueOf(2);
                case "slow-5" -> BigDecimal.valueOf(5);
                default -> null;
            };
        }

        @Nullable
        Integer wholeHours() {
            return hours.equals("open") ? null : Integer.valueOf(hours);
        }
    }

    @GetMapping
    String list(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", RoadForm.EMPTY);
        return listed(actor, model, locale);
    }

    @PostMapping
    String set(
            Actor actor,
            @ModelAttribute("form") RoadForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var found = check(form, errors);
        if (found == null) {
            return listed(actor, model, locale);
        }
        var place =
                found.label().substring(0, Math.min(LONGEST_PLACE, found.label().length()));
        try {
            roads.set(
                    actor,
                    new NewRoadCondition(
                            found.at(), form.wholeMetres(), form.factor(), place, form.reason(), form.wholeHours()));
        } catch (Refusal refusal) {
            reject(refusal, errors);
            return listed(actor, model, locale);
        }
        after.addFlashAttribute(Acts.SAID, page.names(locale).text("dispatch.roads.set", place));
        return "redirect:/roads";
    }

    /** The place that is meant; null with the errors noted. What was left out is never taken for "closed, for ever". */
    private @Nullable PlaceMatch check(RoadForm form, BindingResult errors) {
        var found = form.place().isEmpty() ? List.<PlaceMatch>of() : places.find(form.place(), 1);
        if (found.isEmpty()) {
            errors.rejectValue("place", "dispatch.roads.place-unknown");
        }
        if (!STATES.contains(form.state())) {
            errors.rejectValue("state", "dispatch.roads.timeFactor-invalid");
        }
        if (!LENGTHS.contains(form.hours())) {
            errors.rejectValue("hours", "dispatch.roads.hours-invalid");
        }
        return errors.hasErrors() ? null : found.getFirst();
    }

    private static void reject(Refusal refusal, BindingResult errors) {
        if (!refusal.type().equals("road-condition-invalid")) {
            throw refusal;
        }
        var field = String.valueOf(refusal.arguments()[0]);
        errors.rejectValue(field.equals("timeFactor") ? "state" : field, "dispatch.roads." + field + "-invalid");
    }

    @PostMapping("/{road}/lift")
    String lift(Actor actor, @PathVariable UUID road, RedirectAttributes after) {
        roads.lift(actor, new RoadConditionId(road));
        after.addFlashAttribute("notice", "dispatch.roads.lifted");
        return "redirect:/roads";
    }

    private String listed(Actor actor, Model model, Locale locale) {
        var names = page.names(locale);
        model.addAttribute("roads", roads.inForce(actor));
        model.addAttribute("states", words(names, "state", STATES));
        model.addAttribute("lengths", words(names, "hours", LENGTHS));
        return "dispatch/roads";
    }

    private static Map<String, String> words(Names names, String group, List<String> codes) {
        var words = new LinkedHashMap<String, String>();
        for (var code : codes) {
            words.put(code, names.text("dispatch.roads." + group + "." + code));
        }
        return words;
    }
}
