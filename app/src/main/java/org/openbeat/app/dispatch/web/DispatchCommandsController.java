package org.openbeat.app.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Answer;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.Manner;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.TakenCall;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each command carries a key of the sender's choice in {@code Idempotency-Key}; sent again, it has one effect. */
@RestController
@RequestMapping("/api/dispatch")
@Tag(name = "Dispatch commands", description = "What the control room does; each with an Idempotency-Key")
class DispatchCommandsController {
    static final String KEY = "Idempotency-Key";

    private final Dispatch dispatch;

    DispatchCommandsController(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    record NoteBody(String text, @Nullable Instant happenedAt) {}

    record ReasonBody(@Nullable String reason) {}

    record TypeBody(
            String type,
            @Nullable Priority priority,
            @Nullable Integer expectedVersion) {}

    record PriorityBody(Priority priority, @Nullable Integer expectedVersion) {}

    record LocationBody(
            String locationText,
            @Nullable GeoPoint point,
            @Nullable LocationTrust trust,
            @Nullable Integer expectedVersion) {}

    record AgencyBody(AgencyId agency, @Nullable Boolean keepReading, String reason) {}

    record RestrictBody(@Nullable List<String> named, String reason) {}

    record ClaimBody(@Nullable Boolean takeOver) {}

    record OriginalBody(IncidentId original) {}

    record CloseBody(String disposition, @Nullable String note) {}

    record CloseLaterBody(String disposition, int afterMinutes) {}

    record AssignBody(
            UnitId unit, @Nullable Manner manner, @Nullable Boolean confirmed) {}

    record StatusBody(
            UnitStatus status,
            @Nullable IncidentId incident,
            @Nullable Instant happenedAt) {}

    record SignOnBody(@Nullable Instant shiftEndsAt) {}

    @PostMapping("/calls")
    @Operation(summary = "Takes a call: opens an incident, or adds the call to one that is open")
    TakenCall call(@Parameter(hidden = true) Actor actor, @RequestHeader(KEY) String key, @RequestBody NewCall call) {
        return dispatch.takeCall(actor, call, new CommandKey(key));
    }

    @PostMapping("/incidents/{id}/notes")
    @Operation(summary = "Writes something into the log")
    Answer note(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody NoteBody body) {
        return perform(actor, key, new Command.Note(new IncidentId(id), body.text(), body.happenedAt()));
    }

    @PostMapping("/incidents/{id}/log/{sequence}/strike")
    @Operation(summary = "Strikes what a person wrote; it stays readable as struck")
    Answer strike(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @PathVariable int sequence,
            @RequestBody ReasonBody body) {
        return perform(actor, key, new Command.Strike(new IncidentId(id), sequence, text(body.reason())));
    }

    @PostMapping("/incidents/{id}/type")
    @Operation(summary = "Gives it another type and, unless one is named, that type's priority")
    Answer type(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody TypeBody body) {
        return perform(
                actor,
                key,
                new Command.Reclassify(new IncidentId(id), body.type(), body.priority(), body.expectedVersion()));
    }

    @PostMapping("/incidents/{id}/priority")
    @Operation(summary = "Gives it another priority")
    Answer priority(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody PriorityBody body) {
        return perform(actor, key, new Command.Prioritise(new IncidentId(id), body.priority(), body.expectedVersion()));
    }

    @PostMapping("/incidents/{id}/location")
    @Operation(summary = "Moves it to another place")
    Answer location(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody LocationBody body) {
        return perform(
                actor,
                key,
                new Command.Relocate(
                        new IncidentId(id), body.locationText(), body.point(), body.trust(), body.expectedVersion()));
    }

    @PostMapping("/incidents/{id}/location/confirm")
    @Operation(summary = "Says that units may be sent to the place as it stands")
    Answer confirmLocation(
            @Parameter(hidden = true) Actor actor, @RequestHeader(KEY) String key, @PathVariable UUID id) {
        return perform(actor, key, new Command.ConfirmLocation(new IncidentId(id)));
    }

    @PostMapping("/incidents/{id}/agency")
    @Operation(summary = "Makes another agency responsible; says whether one's own keeps reading")
    Answer agency(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody AgencyBody body) {
        return perform(
                actor, key, new Command.HandOver(new IncidentId(id), body.agency(), body.keepReading(), body.reason()));
    }

    @PostMapping("/incidents/{id}/restriction")
    @Operation(
            summary = "Limits it to people, by their user names, and the crews sent to it; without names it lifts that")
    Answer restrict(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody RestrictBody body) {
        return perform(actor, key, new Command.Restrict(new IncidentId(id), body.named(), text(body.reason())));
    }

    @PostMapping("/incidents/{id}/claim")
    @Operation(summary = "Takes it in hand; with takeOver even when someone else has it")
    Answer claim(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable ClaimBody body) {
        var takeOver = body != null && Boolean.TRUE.equals(body.takeOver());
        return perform(actor, key, new Command.Claim(new IncidentId(id), takeOver));
    }

    @PostMapping("/incidents/{id}/release")
    @Operation(summary = "Lets it go again")
    Answer release(@Parameter(hidden = true) Actor actor, @RequestHeader(KEY) String key, @PathVariable UUID id) {
        return perform(actor, key, new Command.Unclaim(new IncidentId(id)));
    }

    @PostMapping("/incidents/{id}/join")
    @Operation(summary = "Says that it is the same as another incident, and closes it")
    Answer join(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody OriginalBody body) {
        return perform(actor, key, new Command.Join(new IncidentId(id), body.original()));
    }

    @PostMapping("/incidents/{id}/close")
    @Operation(summary = "Closes it with a disposition; units on it are released")
    Answer close(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody CloseBody body) {
        return perform(actor, key, new Command.Close(new IncidentId(id), body.disposition(), body.note()));
    }

    @PostMapping("/incidents/{id}/close-later")
    @Operation(summary = "Arms a closing by timer")
    Answer closeLater(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody CloseLaterBody body) {
        return perform(
                actor,
                key,
                new Command.CloseLater(
                        new IncidentId(id), body.disposition(), Duration.ofMinutes(body.afterMinutes())));
    }

    @PostMapping("/incidents/{id}/reopen")
    @Operation(summary = "Opens a closed incident again for a reason")
    Answer reopen(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody ReasonBody body) {
        return perform(actor, key, new Command.Reopen(new IncidentId(id), text(body.reason())));
    }

    @PostMapping("/incidents/{id}/units")
    @Operation(summary = "Sends a unit, stacks the incident for it, or takes it off its work on purpose")
    Answer assign(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @RequestBody AssignBody body) {
        var manner = body.manner() == null ? Manner.NOW : body.manner();
        return perform(
                actor,
                key,
                new Command.Assign(new IncidentId(id), body.unit(), manner, Boolean.TRUE.equals(body.confirmed())));
    }

    @PostMapping("/incidents/{id}/units/{unit}/cancel")
    @Operation(summary = "Calls one unit off one incident, and no other")
    Answer cancel(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID id,
            @PathVariable UUID unit,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return perform(
                actor,
                key,
                new Command.CancelUnit(new IncidentId(id), new UnitId(unit), body == null ? null : body.reason()));
    }

    @PostMapping("/units/{unit}/status")
    @Operation(summary = "Sets a unit's status; AVAILABLE clears its current work")
    Answer status(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID unit,
            @RequestBody StatusBody body) {
        return perform(
                actor, key, new Command.SetStatus(new UnitId(unit), body.status(), body.incident(), body.happenedAt()));
    }

    @PostMapping("/units/{unit}/sign-on")
    @Operation(summary = "Puts a unit on duty")
    Answer signOn(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(KEY) String key,
            @PathVariable UUID unit,
            @RequestBody(required = false) @Nullable SignOnBody body) {
        return perform(actor, key, new Command.SignOn(new UnitId(unit), body == null ? null : body.shiftEndsAt()));
    }

    @PostMapping("/units/{unit}/sign-off")
    @Operation(summary = "Takes a unit off duty")
    Answer signOff(@Parameter(hidden = true) Actor actor, @RequestHeader(KEY) String key, @PathVariable UUID unit) {
        return perform(actor, key, new Command.SignOff(new UnitId(unit)));
    }

    private Answer perform(Actor actor, String key, Command command) {
        return dispatch.perform(actor, command, new CommandKey(key));
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }
}
