package org.openbeat.app.dispatch.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.dispatch.plan.WhatIf;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the calls of a day would have met with under another plan, side by side with the one in force. */
@Controller
@RequestMapping("/plans/what-if")
class WhatIfController {
    private final WhatIf whatIf;
    private final RoomPage page;

    WhatIfController(WhatIf whatIf, RoomPage page) {
        this.whatIf = whatIf;
        this.page = page;
    }

    @PostMapping
    String ask(Actor actor, @RequestParam String text, @RequestParam String day) {
        return "redirect:/plans/what-if/" + whatIf.ask(actor, date(day), text);
    }

    private static LocalDate date(String day) {
        try {
            return LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal(Refusal.Kind.INVALID, "day-invalid");
        }
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
        var names = page.names(locale);
        model.addAttribute("names", names);
        model.addAttribute("times", page.times());
        model.addAttribute("state", whatIf.state(actor, id));
        model.addAttribute("id", id);
        return "dispatch/what-if";
    }

    /** For the script that waits. */
    @GetMapping(path = "/{id}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> progress(Actor actor, @PathVariable UUID id) {
        var state = whatIf.state(actor, id);
        return Map.of("progress", state.progress(), "done", state.result() != null || state.failed());
    }
}
