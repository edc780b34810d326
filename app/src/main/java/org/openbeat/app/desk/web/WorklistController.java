package org.openbeat.app.desk.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.Worklist;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.places.Places;
import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The lists that staff work from: all reports of the agency, and those of an officer's own beats. */
@Controller
class WorklistController {
    private final Desk desk;
    private final Categories categories;
    private final BeatOfficers officers;
    private final Places places;

    WorklistController(Desk desk, Categories categories, BeatOfficers officers, Places places) {
        this.desk = desk;
        this.categories = categories;
        this.officers = officers;
        this.places = places;
    }

    @Bean
    static NavigationItem worklistNavigation() {
        return NavigationItem.forStaff(
                30,
                "desk.nav.worklist",
                "/desk",
                Role.COMMUNITY_OFFICER,
                Role.CALL_TAKER,
                Role.DISPATCHER,
                Role.STATION_CHIEF,
                Role.COMMANDER);
    }

    /** The oversight body sees complaints about officers there, and nothing else. */
    @Bean
    static NavigationItem complaintsNavigation() {
        return NavigationItem.forStaff(15, "desk.nav.complaints", "/desk", Role.OVERSIGHT);
    }

    @Bean
    static NavigationItem beatNavigation() {
        return NavigationItem.forStaff(25, "desk.nav.beat", "/desk/beat", Role.COMMUNITY_OFFICER);
    }

    /** What the list was asked for, as it stands in the address. */
    record Asked(Worklist.Which which, String q, String category, String beat) {

        String address(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("which", which)
                    .queryParam("q", "{q}")
                    .queryParam("category", "{category}")
                    .queryParam("beat", "{beat}")
                    .encode()
                    .buildAndExpand(q, category, beat)
                    .toUriString();
        }
    }

    @GetMapping("/desk")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "OPEN") Worklist.Which which,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String beat,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var asked = new Asked(which, q, category, beat);
        var beats = beat.isEmpty() ? List.<BeatCode>of() : List.of(beat(beat));
        var search = new Worklist.Search(which, q, category.isEmpty() ? null : category, beats, true, cursor(after));
        model.addAttribute("beatChoices", places.beats());
        return page(actor, search, asked, "/desk", model);
    }

    /** What waits for the officer of a beat: all that is open there and that no crew is sent to. */
    @GetMapping("/desk/beat")
    String beat(
            Actor actor,
            @RequestParam(defaultValue = "OPEN") Worklist.Which which,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var beats = officers.beatsOf(actor.id());
        model.addAttribute("own", beats);
        if (beats.isEmpty()) {
            return "desk/worklist-beat";
        }
        var search = new Worklist.Search(which, "", null, beats, false, cursor(after));
        page(actor, search, new Asked(which, "", "", ""), "/desk/beat", model);
        return "desk/worklist-beat";
    }

    private String page(Actor actor, Worklist.Search search, Asked asked, String path, Model model) {
        var list = desk.list(actor, search);
        var next = list.next();
        model.addAttribute("asked", asked);
        model.addAttribute("list", list);
        model.addAttribute("names", names());
        model.addAttribute("first", asked.address(path));
        if (next != null) {
            model.addAttribute("next", asked.address(path) + "&after=" + text(next));
        }
        model.addAttribute("isFirst", search.after() == null);
        return "desk/worklist";
    }

    private Map<String, org.openbeat.app.desk.Category> names() {
        var names = new LinkedHashMap<String, org.openbeat.app.desk.Category>();
        categories.list().forEach(category -> names.put(category.code(), category));
        return names;
    }

    private static BeatCode beat(String code) {
        try {
            return new BeatCode(code);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Kind.INVALID, "unknown-beat");
        }
    }

    private static String text(Worklist.Cursor cursor) {
        var at = cursor.received();
        return String.format(Locale.ROOT, "%d.%06d~%s", at.getEpochSecond(), at.getNano() / 1_000, cursor.id());
    }

    private static Worklist.@Nullable Cursor cursor(String text) {
        var parts = text.split("[.~]", 3);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1_000);
            return new Worklist.Cursor(at, UUID.fromString(parts[2]));
        } catch (RuntimeException e) {
            throw new Refusal(Kind.INVALID, "unknown-page");
        }
    }
}
