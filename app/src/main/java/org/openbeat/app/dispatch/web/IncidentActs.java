package org.openbeat.app.dispatch.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be done to an incident from its page, from the board and from the command line: the same forms for all. */
@Controller
class IncidentActs extends IncidentForms {

    IncidentActs(Dispatch dispatch, RoomPage page, Acts acts) {
        super(dispatch, page, acts);
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
}
