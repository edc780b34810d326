package org.openbeat.app.dispatch.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Answer;
import org.openbeat.app.dispatch.ChoiceReason;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.Manner;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom the room sends to an incident, and what they do there: the same forms for page, board and command line. */
@Controller
class UnitActs extends IncidentForms {

    UnitActs(Dispatch dispatch, RoomPage page, Acts acts) {
        super(dispatch, page, acts);
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
}
