package org.openbeat.app.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.incident.Location;
import org.openbeat.app.kernel.Actor;
import org.springframework.stereotype.Component;

/** Does commands: one at a time, each once, each in one transaction. */
@Component
class Commands {
    private final Once once;
    private final IncidentEdits edits;
    private final IncidentEndings endings;
    private final Dispatching dispatching;
    private final UnitMoves moves;
    private final Claims claims;
    private final CardEntries cardEntries;
    private final RollCalling rollCalling;
    private final Rotation rotation;
    private final DutyChanges duty;
    private final CallTaking callTaking;
    private final Gazetteer gazetteer;
    private final Recommending recommending;

    Commands(
            Once once,
            IncidentEdits edits,
            IncidentEndings endings,
            Dispatching dispatching,
            UnitMoves moves,
            Claims claims,
            CardEntries cardEntries,
            RollCalling rollCalling,
            Rotation rotation,
            DutyChanges duty,
            CallTaking callTaking,
            Gazetteer gazetteer,
            Recommending recommending) {
        this.once = once;
        this.edits = edits;
        this.endings = endings;
        this.dispatching = dispatching;
        this.moves = moves;
        this.claims = claims;
        this.cardEntries = cardEntries;
        this.rollCalling = rollCalling;
        this.rotation = rotation;
        this.duty = duty;
        this.callTaking = callTaking;
        this.gazetteer = gazetteer;
        this.recommending = recommending;
    }

    TakenCall take(Actor actor, NewCall call, CommandKey key) {
        var location = callTaking.locate(call);
        var work = new Once.Work<>(TakenCall.class, at -> callTaking.take(actor, call, location, at), TakenCall::again);
        return once.run(actor, key, call, work);
    }

    /** Whatever takes time without changing anything is looked up first, while no lock is held. */
    Answer perform(Actor actor, Command command, CommandKey key) {
        var prepared = new Prepared(
                command instanceof Command.Assign assign ? recommending.recheck(assign) : Recheck.NONE, place(command));
        var work = new Once.Work<>(Answer.class, at -> act(actor, command, prepared, at), Answer::again);
        return once.run(actor, key, new Named(command.getClass().getSimpleName(), command), work);
    }

    private @Nullable Location place(Command command) {
        return command instanceof Command.Relocate relocate
                ? locate(relocate)
                : command instanceof Command.EnterCard card ? callTaking.locate(card.call()) : null;
    }

    /** The same fields under another name are another command. */
    private record Named(String name, Command command) {}

    private record Prepared(Recheck recheck, @Nullable Location location) {}

    private Location locate(Command.Relocate command) {
        return gazetteer.locate(Texts.require(command.locationText(), 300), command.point(), command.trust());
    }

    private Answer act(Actor actor, Command command, Prepared prepared, Instant at) {
        return switch (command) {
            case Command.Note note -> edits.note(actor, note, at);
            case Command.Strike strike -> edits.strike(actor, strike, at);
            case Command.Reclassify reclassify -> edits.reclassify(actor, reclassify, at);
            case Command.Prioritise prioritise -> edits.prioritise(actor, prioritise, at);
            case Command.Relocate relocate -> edits.relocate(actor, relocate, requireNonNull(prepared.location()), at);
            case Command.ConfirmLocation confirm -> edits.confirmLocation(actor, confirm, at);
            case Command.HandOver handOver -> edits.handOver(actor, handOver, at);
            case Command.Restrict restrict -> edits.restrict(actor, restrict, at);
            case Command.Claim claim -> claims.claim(actor, claim, at);
            case Command.Unclaim unclaim -> claims.release(actor, unclaim, at);
            case Command.Join join -> endings.join(actor, join, at);
            case Command.Close close -> endings.close(actor, close, at);
            case Command.CloseLater closeLater -> endings.closeLater(actor, closeLater, at);
            case Command.Reopen reopen -> endings.reopen(actor, reopen, at);
            case Command.Assign assign -> dispatching.assign(actor, assign, prepared.recheck(), at);
            case Command.ExplainChoice explain -> dispatching.explain(actor, explain, at);
            case Command.CancelUnit cancel -> dispatching.cancel(actor, cancel, at);
            case Command.SetStatus status -> moves.setStatus(actor, status, at);
            case Command.EnterCard card -> cardEntries.enter(actor, card, requireNonNull(prepared.location()), at);
            case Command.Well well -> rollCalling.answer(actor, well, at);
            case Command.CallContractor contractor -> rotation.take(actor, contractor, at);
            case Command.SignOn signOn -> duty.signOn(actor, signOn, at);
            case Command.SignOff signOff -> duty.signOff(actor, signOff, at);
            case Command.SetDutyDefault setDefault -> duty.setDutyDefault(actor, setDefault, at);
        };
    }
}
