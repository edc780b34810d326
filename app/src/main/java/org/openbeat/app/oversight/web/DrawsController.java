package org.openbeat.app.oversight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.oversight.events.DrawId;
import org.openbeat.app.oversight.review.DrawnFrom;
import org.openbeat.app.oversight.review.Mark;
import org.openbeat.app.oversight.review.Question;
import org.openbeat.app.oversight.review.Reviews;
import org.openbeat.app.oversight.review.SampledItem;
import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Random samples: announced by one, drawn by another, each thing judged by two. */
@Controller
@RequestMapping("/oversight/draws")
class DrawsController {
    private static final int DAYS = 28;
    private static final int USUAL_SIZE = 10;

    private final Reviews reviews;
    private final OpenbeatSettings installation;
    private final Clock clock;

    DrawsController(Reviews reviews, OpenbeatSettings installation, Clock clock) {
        this.reviews = reviews;
        this.installation = installation;
        this.clock = clock;
    }

    @Bean
    static NavigationItem drawsNavigation() {
        return NavigationItem.forStaff(15, "oversight.nav.draws", "/oversight/draws", Role.OVERSIGHT);
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), installation.zone());
        model.addAttribute("draws", reviews.list(actor));
        model.addAttribute("kinds", DrawnFrom.values());
        model.addAttribute("first", today.minusDays(DAYS));
        model.addAttribute("last", today.minusDays(1));
        model.addAttribute("size", USUAL_SIZE);
        model.addAttribute("most", Reviews.MOST);
        return "oversight/draws";
    }

    @PostMapping
    String announce(
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String size) {
        var zone = installation.zone();
        var id = reviews.announce(
                actor,
                kind(from),
                day(first).atStartOfDay(zone).toInstant(),
                day(last).plusDays(1).atStartOfDay(zone).toInstant(),
                number(size));
        return "redirect:/oversight/draws/" + id;
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable DrawId id, Model model) {
        var draw = reviews.get(actor, id);
        var items = reviews.items(actor, id);
        model.addAttribute("draw", draw);
        model.addAttribute("own", draw.announced().account().equals(actor.id()));
        model.addAttribute("items", items);
        model.addAttribute("account", actor.id());
        model.addAttribute(
                "complete", items.stream().filter(SampledItem::isComplete).count());
        model.addAttribute("results", reviews.results(draw, items));
        return "oversight/draw";
    }

    @PostMapping("/{id}")
    String draw(Actor actor, @PathVariable DrawId id, @RequestParam(defaultValue = "") String words) {
        reviews.draw(actor, id, words);
        return "redirect:/oversight/draws/" + id;
    }

    @GetMapping("/{id}/protocol.txt")
    ResponseEntity<String> protocol(Actor actor, @PathVariable DrawId id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"draw-%s.txt\"".formatted(id))
                .body(Protocol.of(reviews.get(actor, id), reviews.items(actor, id)));
    }

    @GetMapping("/{id}/items/{number}")
    String item(Actor actor, @PathVariable DrawId id, @PathVariable String number, Model model) {
        var draw = reviews.get(actor, id);
        var item = reviews.item(actor, id, number(number));
        model.addAttribute("draw", draw);
        model.addAttribute("item", item);
        model.addAttribute("sheet", reviews.sheet(actor, draw, item));
        model.addAttribute("waits", item.waitsFor(actor.id()));
        model.addAttribute("marks", Mark.values());
        return "oversight/drawn-item";
    }

    @PostMapping("/{id}/items/{number}")
    String give(
            Actor actor,
            @PathVariable DrawId id,
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            RedirectAttributes after) {
        reviews.give(actor, id, number(number), marks(sent), sent.getOrDefault("remark", ""));
        after.addFlashAttribute("notice", "oversight.draw.given");
        return "redirect:/oversight/draws/" + id;
    }

    private static Map<Question, Mark> marks(Map<String, String> sent) {
        var marks = new EnumMap<Question, Mark>(Question.class);
        for (var question : Question.values()) {
            for (var mark : Mark.values()) {
                if (mark.name().equals(sent.get(question.name()))) {
                    marks.put(question, mark);
                }
            }
        }
        return marks;
    }

    private static DrawnFrom kind(String text) {
        for (var kind : DrawnFrom.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw new Refusal(Refusal.Kind.INVALID, "draw-kind");
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below, as any other day that is none.
        }
        throw new Refusal(Refusal.Kind.INVALID, "draw-day");
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Kind.INVALID, "draw-size", Reviews.MOST);
        }
    }
}
