package org.openbeat.app.dispatch.web;

import java.util.List;
import java.util.Locale;
import org.openbeat.app.dispatch.coverage.Coverage;
import org.openbeat.app.dispatch.coverage.CoverageNow;
import org.openbeat.app.kernel.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How well the free units cover the beats now: as a page, and as what the board's map draws. */
@Controller
@RequestMapping("/board/coverage")
class CoverageController {
    private final CoverageNow coverage;
    private final RoomPage page;

    CoverageController(CoverageNow coverage, RoomPage page) {
        this.coverage = coverage;
        this.page = page;
    }

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(defaultValue = "" + CoverageNow.MINUTES) int minutes,
            Model model,
            Locale locale) {
        var names = page.names(locale);
        page.put(model, names, page.times(), locale);
        model.addAttribute("minutes", minutes);
        model.addAttribute("coverage", coverage.of(actor, minutes, locale).orElse(null));
        return "dispatch/coverage";
    }

    /** One beat as the map draws it. */
    record OnMap(String beat, double covered, int units) {}

    @GetMapping(path = "/areas", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<OnMap>> areas(
            Actor actor, @RequestParam(defaultValue = "" + CoverageNow.MINUTES) int minutes, Locale locale) {
        var areas = coverage.of(actor, minutes, locale).map(Coverage::areas).orElse(List.of()).stream()
                .map(area -> new OnMap(area.beat(), area.covered(), area.units()))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(areas);
    }
}
