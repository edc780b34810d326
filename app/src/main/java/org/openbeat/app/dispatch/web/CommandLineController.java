package org.openbeat.app.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Answer;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.IncidentSearch;
import org.openbeat.app.dispatch.commandline.CommandLine;
import org.openbeat.app.dispatch.commandline.Line;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Dispatch commands")
class CommandLineController {
    private final Dispatch dispatch;
    private final MessageSource messages;

    CommandLineController(Dispatch dispatch, MessageSource messages) {
        this.dispatch = dispatch;
        this.messages = messages;
    }

    record LineBody(String line) {}

    /**
     * What a line led to.
     *
     * @param answers one for each thing that was done
     * @param open the incident to show, when the line asked for one
     * @param found incidents, when the line searched
     */
    record LineAnswer(List<Answer> answers, @Nullable IncidentId open, List<IncidentRow> found) {}

    @PostMapping("/api/dispatch/line")
    @Operation(
            summary = "Does what a dispatcher typed, such as: a 12 u7, e u7, s u7, n 12 words, c 12 settled, f words")
    LineAnswer line(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(DispatchCommandsController.KEY) String key,
            @RequestBody LineBody body,
            @Parameter(hidden = true) Locale locale) {
        return switch (CommandLine.read(body.line())) {
            case Line.Unclear unclear -> throw refusal(unclear, locale);
            case Line.Open open -> new LineAnswer(List.of(), incident(actor, open.incident()), List.of());
            case Line.Find find ->
                new LineAnswer(
                        List.of(),
                        null,
                        dispatch.history(actor, new IncidentSearch(find.text(), null, 1, 20))
                                .items());
            case Line.Assign assign -> new LineAnswer(assign(actor, key, assign), null, List.of());
            case Line.Cancel cancel ->
                done(
                        actor,
                        key,
                        new Command.CancelUnit(
                                incident(actor, cancel.incident()), unit(actor, cancel.unit()), cancel.reason()));
            case Line.Status status ->
                done(actor, key, new Command.SetStatus(unit(actor, status.unit()), status.status(), null, null));
            case Line.Note note ->
                done(actor, key, new Command.Note(incident(actor, note.incident()), note.text(), null));
            case Line.Prioritise prioritise ->
                done(
                        actor,
                        key,
                        new Command.Prioritise(incident(actor, prioritise.incident()), prioritise.priority(), null));
            case Line.ConfirmLocation confirm ->
                done(actor, key, new Command.ConfirmLocation(incident(actor, confirm.incident())));
            case Line.Close close ->
                done(
                        actor,
                        key,
                        new Command.Close(incident(actor, close.incident()), close.disposition(), close.note()));
            case Line.Reopen reopen ->
                done(actor, key, new Command.Reopen(incident(actor, reopen.incident()), reopen.reason()));
            case Line.Join join ->
                done(actor, key, new Command.Join(incident(actor, join.incident()), incident(actor, join.original())));
        };
    }

    /** Every call sign is looked up before the first unit is sent: a typing mistake sends nobody. */
    private List<Answer> assign(Actor actor, String key, Line.Assign line) {
        var incident = incident(actor, line.incident());
        var units = line.units().stream().map(sign -> unit(actor, sign)).toList();
        var answers = new ArrayList<Answer>();
        IntStream.range(0, units.size())
                .forEach(each -> answers.add(dispatch.perform(
                        actor,
                        new Command.Assign(incident, units.get(each), line.manner(), line.confirmed()),
                        new CommandKey(key + ":" + each))));
        return answers;
    }

    private LineAnswer done(Actor actor, String key, Command command) {
        return new LineAnswer(List.of(dispatch.perform(actor, command, new CommandKey(key))), null, List.of());
    }

    private IncidentId incident(Actor actor, String number) {
        return dispatch.findIncident(actor, number)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "incident-not-found"));
    }

    private UnitId unit(Actor actor, String callSign) {
        return dispatch.findUnit(actor, callSign)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "unit-not-found"));
    }

    private Refusal refusal(Line.Unclear unclear, Locale locale) {
        var key = "dispatch.line."
                + unclear.problem().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Refusal(
                Refusal.Kind.INVALID,
                "command-line-unclear",
                messages.getMessage(key, new Object[] {unclear.word()}, locale));
    }
}
