package org.openbeat.app.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Answer;
import org.openbeat.app.dispatch.ChoiceReason;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.Manner;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done to an incident from its page, from the board and from the command line: the same forms for all. */
@Controller
class IncidentActs {
    private final Dispatch dispatch;
    private final RoomPage page;
    private final Acts acts;

    IncidentActs(Dispatch dispatch, RoomPage page, Acts acts) {
        this.dispatch = dispatch;
        this.page = page;
        this.acts = acts;
    }

    /** Who asks, for what, and how they want to hear of it. */
    record Asked(
            IncidentId incident,
            String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {}

    @ModelAttribute("asked")
    Asked asked(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return new Asked(new IncidentId(id), key, actor, locale, request, redirect);
    }

    @PostMapping("/incidents/{id}/assign")
    Object assign(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam("unit") List<UUID> units,
            @RequestParam(defaultValue = "NOW") Manner manner,
            @RequestParam(defaultValue = "false") boolean confirmed) {
        return answer(asked, (row, names) -> {
            var told = new StringBuilder();
            for (var unit : units) {
                var key = units.size() == 1 ? asked.key() : asked.key() + ":" + unit;
                var command = new Command.Assign(asked.incident(), new UnitId(unit), manner, confirmed);
                try {
                    var answer = dispatch.perform(asked.actor(), command, new CommandKey(key));
                    told.append(assigned(asked, unit, manner, answer, names)).append(' ');
                } catch (Refusal refusal) {
                    if (told.isEmpty()) {
                        throw refusal;
                    }
                    return new Said(told + acts.text(refusal, asked.locale()), true, null);
                }
            }
            var said = Said.of(told.toString().strip());
            return units.size() == 1 ? said.undoneBy(takeOff(asked, units.getFirst(), names)) : said;
        });
    }

    private String assigned(Asked asked, UUID unit, Manner manner, Answer answer, Names names) {
        var key = manner == Manner.STACK ? "dispatch.said.stacked" : "dispatch.said.assigned";
        return (names.text(key, callSign(asked, unit, names), label(asked)) + " "
                        + acts.notices(answer, asked.locale()))
                .strip();
    }

    private Said.Undo takeOff(Asked asked, UUID unit, Names names) {
        return new Said.Undo(
                names.text("dispatch.undo.assigned", callSign(asked, unit, names)),
                "/incidents/" + asked.incident() + "/cancel",
                Map.of("unit", unit.toString()));
    }

    @PostMapping("/incidents/{id}/cancel")
    Object cancel(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam UUID unit,
            @RequestParam(required = false) @Nullable String reason) {
        return answer(asked, (row, names) -> {
            var callSign = callSign(asked, unit, names);
            var command = new Command.CancelUnit(asked.incident(), new UnitId(unit), reason);
            return said(asked, command, names.text("dispatch.said.cancelled", callSign, label(asked)))
                    .undoneBy(new Said.Undo(
                            names.text("dispatch.undo.cancelled", callSign),
                            "/incidents/" + asked.incident() + "/assign",
                            Map.of("unit", unit.toString(), "confirmed", "true")));
        });
    }

    @PostMapping("/incidents/{id}/choice-reason")
    Object choiceReason(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "") String why) {
        return answer(asked, (row, names) -> {
            var command = new Command.ExplainChoice(asked.incident(), new UnitId(unit), choiceReason(why));
            return said(asked, command, names.text("dispatch.said.choice-explained", callSign(asked, unit, names)));
        });
    }

    private static ChoiceReason choiceReason(String name) {
        return Arrays.stream(ChoiceReason.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "malformed-request"));
    }

    @PostMapping("/incidents/{id}/unit-status")
    Object unitStatus(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam UUID unit,
            @RequestParam UnitStatus status) {
        return answer(asked, (row, names) -> {
            var command = new Command.SetStatus(new UnitId(unit), status, asked.incident(), null);
            var word = status == UnitStatus.AVAILABLE ? "CLEARED" : status.name();
            return said(
                    asked,
                    command,
                    names.text("dispatch.said.status", callSign(asked, unit, names), names.unitStatus(word)));
        });
    }

    @PostMapping("/incidents/{id}/notes")
    Object note(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(defaultValue = "") String text) {
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.Note(asked.incident(), text, null),
                        names.text("dispatch.said.note", label(asked))));
    }

    @PostMapping("/incidents/{id}/strike")
    Object strike(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam int entry,
            @RequestParam(defaultValue = "") String reason) {
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.Strike(asked.incident(), entry, reason),
                        names.text("dispatch.said.struck", label(asked))));
    }

    @PostMapping("/incidents/{id}/priority")
    Object priority(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam int priority,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable Integer version) {
        if (priority < 1 || priority > 4) {
            throw new Refusal(Refusal.Kind.INVALID, "priority-unknown", priority);
        }
        return answer(asked, (row, names) -> {
            var level = new Priority(priority);
            if (type != null && !type.equals(row.type())) {
                var command = new Command.Reclassify(asked.incident(), type, level, version);
                return said(asked, command, names.text("dispatch.said.changed", label(asked)))
                        .undoneBy(backTo(asked, row, names));
            }
            var text = names.text("dispatch.said.priority", label(asked), priority + " " + names.priority(priority));
            var said = said(asked, new Command.Prioritise(asked.incident(), level, version), text);
            return said.undoneBy(backTo(asked, row, names));
        });
    }

    private static Said.Undo backTo(Asked asked, IncidentRow row, Names names) {
        var before = row.priority();
        return new Said.Undo(
                names.text("dispatch.undo.priority", before + " " + names.priority(before)),
                "/incidents/" + asked.incident() + "/priority",
                Map.of("priority", before.toString(), "type", row.type()));
    }

    @PostMapping("/incidents/{id}/place")
    Object place(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable Integer version) {
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.Relocate(asked.incident(), place, null, null, version),
                        names.text("dispatch.said.place", label(asked))));
    }

    @PostMapping("/incidents/{id}/confirm-place")
    Object confirmPlace(@ModelAttribute(name = "asked", binding = false) Asked asked) {
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.ConfirmLocation(asked.incident()),
                        names.text("dispatch.said.place-confirmed", label(asked))));
    }

    @PostMapping("/incidents/{id}/well")
    Object well(@ModelAttribute(name = "asked", binding = false) Asked asked, @RequestParam UUID unit) {
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.Well(asked.incident(), new UnitId(unit), null),
                        names.text("dispatch.said.well", callSign(asked, unit, names))));
    }

    @PostMapping("/incidents/{id}/contractor")
    Object contractor(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(required = false) @Nullable UUID contractor,
            @RequestParam(required = false) @Nullable String skipped) {
        var firm = contractor == null ? new UUID(0, 0) : contractor; // Of no firm: the incident is looked at first.
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.CallContractor(asked.incident(), firm, skipped),
                        names.text(skipped == null ? "dispatch.said.contractor" : "dispatch.said.contractor-skipped")));
    }

    @PostMapping("/incidents/{id}/claim")
    Object claim(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(defaultValue = "false") boolean takeOver) {
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.Claim(asked.incident(), takeOver),
                        names.text("dispatch.said.claimed", label(asked))));
    }

    @PostMapping("/incidents/{id}/release")
    Object release(@ModelAttribute(name = "asked", binding = false) Asked asked) {
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.Unclaim(asked.incident()),
                        names.text("dispatch.said.unclaimed", label(asked))));
    }

    @PostMapping("/incidents/{id}/link")
    Object link(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(required = false) @Nullable UUID original,
            @RequestParam(defaultValue = "") String number) {
        return answer(asked, (row, names) -> {
            var other = original != null
                    ? new IncidentId(original)
                    : dispatch.findIncident(asked.actor(), number.replaceFirst("^#", ""))
                            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "incident-not-found"));
            var goesOn = "#" + dispatch.file(asked.actor(), other).row().dayNumber();
            return said(
                    asked,
                    new Command.Join(asked.incident(), other),
                    names.text("dispatch.said.linked", label(asked), goesOn));
        });
    }

    @PostMapping("/incidents/{id}/close")
    Object close(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(defaultValue = "") String disposition,
            @RequestParam(defaultValue = "") String text) {
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.Close(asked.incident(), disposition, text.isBlank() ? null : text),
                        names.text("dispatch.said.closed", label(asked))));
    }

    @PostMapping("/incidents/{id}/reopen")
    Object reopen(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(defaultValue = "") String reason) {
        return answer(
                asked,
                (row, names) -> said(
                        asked,
                        new Command.Reopen(asked.incident(), reason),
                        names.text("dispatch.said.reopened", label(asked))));
    }

    private Object answer(Asked asked, BiFunction<IncidentRow, Names, Said> act) {
        return acts.answer(
                asked.request(),
                asked.redirect(),
                asked.locale(),
                "/incidents/" + asked.incident(),
                () -> act.apply(row(asked), page.names(asked.locale())));
    }

    private Said said(Asked asked, Command command, String text) {
        var answer = dispatch.perform(asked.actor(), command, new CommandKey(asked.key()));
        return Said.of(text).and(acts.notices(answer, asked.locale()));
    }

    private IncidentRow row(Asked asked) {
        return dispatch.file(asked.actor(), asked.incident()).row();
    }

    private String label(Asked asked) {
        return "#" + row(asked).dayNumber();
    }

    private String callSign(Asked asked, UUID unit, Names names) {
        return dispatch.board(asked.actor()).units().stream()
                .filter(each -> each.id().value().equals(unit))
                .findFirst()
                .map(each -> names.callSign(each.callSign()))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "unit-not-found"));
    }
}
