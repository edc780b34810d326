package org.openbeat.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.IncidentLog.Entry;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.rollcall.RollCallSettings;
import org.openbeat.app.dispatch.rollcall.RollCalls;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the crews at a scene from time to time whether they are well, and says who was not asked and why. It runs
 * by itself; a crew answers on its phone, or the room notes what it heard by radio.
 */
@Component
class RollCalling {
    private static final int AT_ONCE = 50;
    private static final Logger LOG = LoggerFactory.getLogger(RollCalling.class);

    private final RollCalls rollCalls;
    private final RollCallSettings settings;
    private final Incidents incidents;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RollCalling(
            RollCalls rollCalls,
            RollCallSettings settings,
            Incidents incidents,
            Locks locks,
            Journal journal,
            Duties duties,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.rollCalls = rollCalls;
        this.settings = settings;
        this.incidents = incidents;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** By the timer. */
    void callDue() {
        if (!settings.every().isPositive()) {
            return;
        }
        var at = clock.instant();
        for (var id : rollCalls.due(at.minus(settings.every()), AT_ONCE)) {
            callGuarded(id, at);
        }
    }

    private void callGuarded(IncidentId id, Instant at) {
        try {
            transaction.executeWithoutResult(status -> call(id, at));
        } catch (RuntimeException e) {
            LOG.warn("The roll-call of an incident failed; it is tried again, and the others go on.", e);
        }
    }

    /** Looked at again under the locks: closed meanwhile, the units gone, or another server was first. */
    void call(IncidentId id, Instant at) {
        var held = locks.incidentWithUnits(id);
        var incident = held.incident(id);
        var onIt =
                held.work().stream().filter(each -> each.incident().equals(id)).toList();
        var asked = onIt.stream().filter(each -> each.stage() == Stage.ON_SCENE).toList();
        if (!incident.status().isOpen() || asked.isEmpty() || isCalledSince(id, at.minus(settings.every()))) {
            return;
        }
        var excluded = new TreeMap<String, String>();
        onIt.stream()
                .filter(each -> each.stage() != Stage.ON_SCENE)
                .forEach(each -> excluded.put(
                        held.unit(each.unit()).callSign(), each.stage().name()));
        rollCalls.add(
                identifiers.next(), id, asked.stream().map(each -> each.unit()).toList(), excluded, at);
        incidents.touch(id, at);
        var names = asked.stream()
                .map(each -> held.unit(each.unit()).callSign())
                .sorted()
                .collect(Collectors.joining(", "));
        var entry = Entry.of(LogKind.ROLL_CALL, at).with("units", names).with("excluded", words(excluded));
        journal.writeChange(incident, entry, Actor.SYSTEM, at);
    }

    private boolean isCalledSince(IncidentId id, Instant since) {
        return rollCalls.newest(id).filter(call -> call.at().isAfter(since)).isPresent();
    }

    private static String words(Map<String, String> excluded) {
        return excluded.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    /** A phone that was offline tells late: that a crew was well before it was asked answers nothing. */
    Answer answer(Actor actor, Command.Well command, Instant at) {
        duties.requireSenderOrCrew(actor, command.unit());
        var held = locks.unit(command.unit(), command.incident());
        var incident = held.incident(command.incident());
        var unit = held.unit(command.unit());
        incident.requireOpen();
        var happenedAt = Texts.eventTime(command.happenedAt(), at);
        var asked = rollCalls
                .newest(incident.id())
                .filter(call -> !happenedAt.isBefore(call.at().minus(Texts.CLOCK_SKEW)))
                .filter(call ->
                        call.silent().stream().anyMatch(each -> each.unit().equals(unit.id())))
                .orElseThrow(() ->
                        new Refusal(Refusal.Kind.CONFLICT, "roll-call-not-asked", unit.callSign(), incident.number()));
        rollCalls.answer(asked.id(), unit.id(), actor, happenedAt);
        incidents.touch(incident.id(), at);
        journal.changed(unit);
        var entry = Entry.of(LogKind.ROLL_ANSWER, happenedAt).about(unit.id()).with("unit", unit.callSign());
        return Answer.of(incident.id(), incident.number(), journal.writeChange(incident, entry, actor, at))
                .about(unit.id());
    }
}
