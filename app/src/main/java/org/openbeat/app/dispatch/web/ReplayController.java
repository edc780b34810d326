package org.openbeat.app.dispatch.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openbeat.app.access.purpose.PurposeRequired;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.Replay;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.replay.Shown;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** What the board showed, for review: one incident step by step, or the whole board of a moment. */
@Controller
class ReplayController {
    private static final int LAST_SECOND = 3599;

    private final Replay replay;
    private final Dispatch dispatch;
    private final RoomPage page;
    private final OpenbeatSettings settings;
    private final JsonMapper json;

    ReplayController(Replay replay, Dispatch dispatch, RoomPage page, OpenbeatSettings settings, JsonMapper json) {
        this.replay = replay;
        this.dispatch = dispatch;
        this.page = page;
        this.settings = settings;
        this.json = json;
    }

    /** A closed incident that needs a purpose is asked for on its own page, which leads back here. */
    @GetMapping("/incidents/{id}/replay")
    String incident(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int step,
            Actor actor,
            Locale locale,
            Model model) {
        var incident = new IncidentId(id);
        List<Shown> shown;
        try {
            shown = replay.incident(actor, incident);
        } catch (PurposeRequired refused) {
            return "redirect:/incidents/" + id;
        }
        var file = dispatch.file(actor, incident);
        var names = page.names(locale);
        var times = page.times(file.row().zone());
        model.addAttribute("names", names);
        model.addAttribute("times", times);
        model.addAttribute("row", file.row());
        if (!shown.isEmpty()) {
            int last = shown.size() - 1;
            int index = step < 0 || step > last ? last : step;
            var frame = shown.get(index);
            model.addAttribute("step", new Then.Step(index, last, frame.at()));
            model.addAttribute("then", Then.incident(json, frame.content()));
            var known = file.log().stream()
                    .filter(entry -> !entry.enteredAt().isAfter(frame.at()))
                    .toList();
            model.addAttribute("log", LogLine.of(known, names, times));
        }
        return "dispatch/replay";
    }

    /** The board of one second of the hour that begins at a time of day in the zone of the place. */
    @GetMapping("/board/replay")
    String board(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "0") int second,
            Actor actor,
            Locale locale,
            Model model) {
        var times = page.times();
        var begin = from.isEmpty()
                ? times.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.HOURS)
                : CardForm.time(from, settings.zone());
        var at = begin.plusSeconds(Math.clamp(second, 0, LAST_SECOND));
        var board = replay.board(actor, at);
        model.addAttribute("names", page.names(locale));
        model.addAttribute("times", times);
        model.addAttribute(
                "from", LocalDateTime.ofInstant(begin, settings.zone()).toString());
        model.addAttribute("step", new Then.Step(Math.clamp(second, 0, LAST_SECOND), LAST_SECOND, at));
        model.addAttribute(
                "incidents",
                board.incidents().stream().map(row -> Then.incident(json, row)).toList());
        model.addAttribute(
                "units", board.units().stream().map(row -> Then.unit(json, row)).toList());
        return "dispatch/board-replay";
    }

    /** The board of a moment as the screens were handed it. */
    @GetMapping(path = "/api/dispatch/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String board(@RequestParam Instant at, Actor actor) {
        return replay.board(actor, at).json();
    }
}
