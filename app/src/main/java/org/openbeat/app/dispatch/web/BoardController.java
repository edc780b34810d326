package org.openbeat.app.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.purpose.PurposeRequired;
import org.openbeat.app.dispatch.AnswerTimes;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.board.Board;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.engine.response.Recommendation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dispatcher's board. The first paint is complete; scripts keep it live. */
@Controller
class BoardController {
    private static final List<UnitStatus> STANDING =
            List.of(UnitStatus.AVAILABLE, UnitStatus.ON_BREAK, UnitStatus.UNAVAILABLE);

    private final Dispatch dispatch;
    private final RoomPage page;
    private final IncidentPage incidents;
    private final AnswerTimes answerTimes;
    private final Acts acts;

    BoardController(Dispatch dispatch, RoomPage page, IncidentPage incidents, AnswerTimes answerTimes, Acts acts) {
        this.dispatch = dispatch;
        this.page = page;
        this.incidents = incidents;
        this.answerTimes = answerTimes;
        this.acts = acts;
    }

    @GetMapping("/board")
    String board(
            Actor actor,
            Locale locale,
            Model model,
            @CookieValue(name = "board-theme", required = false) @Nullable String theme,
            @CookieValue(name = "board-map", required = false) @Nullable String map) {
        var names = page.names(locale);
        var times = page.times();
        var board = dispatch.board(actor);
        page.put(model, names, times, locale);
        rows(model, board, new BoardMarkup(names, times));
        model.addAttribute("board", board);
        model.addAttribute("figures", figures(board, names, times));
        model.addAttribute("answer", answer(actor, locale));
        model.addAttribute("help", Help.PARTS);
        model.addAttribute("theme", "light".equals(theme) ? "light" : "dark");
        model.addAttribute("map", !"off".equals(map));
        model.addAttribute("staleAfter", Recommendation.STALE_AFTER.toSeconds());
        return "dispatch/board";
    }

    private static void rows(Model model, Board board, BoardMarkup markup) {
        model.addAttribute("waitingRows", markup.incidents(select(board, true)));
        model.addAttribute("underwayRows", markup.incidents(select(board, false)));
        model.addAttribute("unitGroups", markup.unitGroups(board.units()));
        model.addAttribute("emptyIncident", markup.emptyIncident());
        model.addAttribute("emptyUnit", markup.emptyUnit());
    }

    /** How long calls wait for a unit now, in words; asked again by the scripts of the board. */
    @GetMapping("/board/answer")
    @ResponseBody
    Answer answer(Actor actor, Locale locale) {
        var figures = answerTimes.of(actor);
        var names = page.names(locale);
        var now = figures.now();
        var usual = figures.usual();
        return new Answer(
                now == null ? "–" : Curves.text(now),
                usual == null ? "" : names.text("dispatch.board.answer-usual", Curves.text(usual)),
                figures.slower());
    }

    /**
     * The answer time.
     *
     * @param slower whether it is longer than usual beyond chance
     */
    record Answer(String now, String usual, boolean slower) {}

    private static List<IncidentRow> select(Board board, boolean waiting) {
        return board.incidents().stream()
                .filter(row -> (row.status() == IncidentStatus.WAITING) == waiting)
                .toList();
    }

    private static Figures figures(Board board, Names names, Times times) {
        var waiting = board.waiting();
        var working = board.units().stream()
                .filter(unit -> unit.status() != UnitStatus.OFF_DUTY)
                .toList();
        var free = working.stream()
                .filter(unit -> unit.status() == UnitStatus.AVAILABLE)
                .count();
        return new Figures(
                board.incidents().size(),
                waiting.count(),
                board.incidents().size() - waiting.count(),
                waiting.oldestSince() == null
                        ? ""
                        : names.text("dispatch.ui.figure.oldest", times.age(waiting.oldestSince())),
                waiting.overdue() == 0 ? "" : names.text("dispatch.ui.figure.late", waiting.overdue()),
                names.text("dispatch.ui.figure.of", free, working.size()));
    }

    /** The pane of one incident, for the scripts of the board. */
    @GetMapping("/board/incidents/{id}")
    String incident(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        try {
            incidents.put(model, new IncidentId(id), actor, locale);
            return "dispatch/detail :: incident";
        } catch (PurposeRequired refused) {
            model.addAttribute("number", refused.label());
            model.addAttribute("id", id);
            return "dispatch/incident-closed :: pane";
        }
    }

    /** The pane of one unit. */
    @GetMapping("/board/units/{id}")
    String unit(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        var unit = unit(actor, new UnitId(id));
        var names = page.names(locale);
        page.put(model, names, page.times(), locale);
        model.addAttribute("unit", unit);
        model.addAttribute(
                "skills",
                String.join(
                        ", ", unit.skills().stream().sorted().map(names::skill).toList()));
        model.addAttribute("unitMoves", actor.hasAny(Role.DISPATCHER, Role.COMMANDER) ? moves(unit) : List.of());
        return "dispatch/detail :: unit";
    }

    private UnitRow unit(Actor actor, UnitId id) {
        return dispatch.board(actor).units().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "unit-not-found"));
    }

    /** What a dispatcher may set by radio; a unit with work is only set free of it. */
    static List<UnitStatus> moves(UnitRow unit) {
        if (unit.status() == UnitStatus.OFF_DUTY) {
            return List.of();
        }
        return STANDING.stream()
                .filter(status -> unit.status().mayBecome(status))
                .filter(status -> !unit.status().isWorking() || status == UnitStatus.AVAILABLE)
                .toList();
    }

    @PostMapping("/board/units/{id}/status")
    Object status(
            @PathVariable UUID id,
            @RequestParam UnitStatus status,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return acts.answer(request, redirect, locale, "/board", () -> {
            var unit = unit(actor, new UnitId(id));
            var command = new Command.SetStatus(unit.id(), status, null, null);
            var answer = dispatch.perform(actor, command, new CommandKey(key));
            var names = page.names(locale);
            var said = Said.of(names.text(
                            "dispatch.said.status", names.callSign(unit.callSign()), names.unitStatus(status)))
                    .and(acts.notices(answer, locale));
            return STANDING.contains(unit.status()) && unit.status().isWorking() == status.isWorking()
                    ? said.undoneBy(undo(unit, names))
                    : said;
        });
    }

    private static Said.Undo undo(UnitRow unit, Names names) {
        return new Said.Undo(
                names.text("dispatch.undo.status", names.unitStatus(unit.status())),
                "/board/units/" + unit.id() + "/status",
                Map.of("status", unit.status().name()));
    }

    /**
     * The figures in the bar.
     *
     * @param oldest how long the oldest waits, in words
     * @param late how many wait too long, in words
     * @param free how many units are available, of how many on duty
     */
    record Figures(int open, int waiting, int underway, String oldest, String late, String free) {}
}
