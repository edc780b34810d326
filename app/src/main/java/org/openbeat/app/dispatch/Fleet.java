package org.openbeat.app.dispatch;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.events.UnitChanged;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.events.UnitRegistered;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units that there are and what they can do, as those who send them keep it. */
@Service
public class Fleet {
    private static final Pattern CALL_SIGN = Pattern.compile("[a-z0-9-]{1,12}");
    private static final Pattern SKILL = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int MOST_SKILLS = 20;

    private final Units units;
    private final Duties duties;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;

    Fleet(Units units, Duties duties, Journal journal, Identifiers identifiers, Clock clock) {
        this.units = units;
        this.duties = duties;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The units that the actor may change, by call sign. */
    public List<Unit> units(Actor actor) {
        duties.requireSender(actor);
        return units.list().stream()
                .filter(unit -> duties.allows(actor, Act.CHANGE, unit))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Refusal {@code unit-not-found}, also for a unit of another agency and one that was retired
     */
    public Unit unit(Actor actor, UnitId id) {
        return units(actor).stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(Fleet::unknown);
    }

    /**
     * Adds a unit, off duty.
     *
     * @throws Refusal {@code call-sign-invalid}, {@code call-sign-taken}, {@code unit-type-unknown},
     *     {@code skills-invalid}, {@code units-of-another-agency}
     */
    UnitId register(Actor actor, NewUnit unit) {
        duties.requireSender(actor);
        duties.requireUnitsOf(actor, unit.agency());
        var callSign = unit.callSign().toLowerCase(Locale.ROOT);
        if (!CALL_SIGN.matcher(callSign).matches()) {
            throw new Refusal(Refusal.Kind.INVALID, "call-sign-invalid");
        }
        if (!units.hasType(unit.type())) {
            throw new Refusal(Refusal.Kind.INVALID, "unit-type-unknown", unit.type());
        }
        requireFit(unit.skills());
        var id = new UnitId(identifiers.next());
        var now = clock.instant();
        if (!units.add(id, callSign, unit.type(), unit.agency(), unit.skills(), now)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "call-sign-taken", callSign);
        }
        journal.publish(new UnitRegistered(id, callSign, unit.type(), unit.agency(), actor, now));
        units.find(id).ifPresent(journal::changed);
        return id;
    }

    /**
     * Says what a unit can do from now on; work that it has stays with it.
     *
     * @throws Refusal {@code unit-not-found}, {@code skills-invalid}
     */
    @Transactional
    @SystemScope("locks and writes a unit; Duties asks the policy")
    public void equip(Actor actor, UnitId id, Set<String> skills) {
        var unit = lock(actor, id);
        requireFit(skills);
        if (!unit.skills().equals(skills)) {
            units.equip(id, skills);
            tell(new UnitChanged(id, skills, false, actor, clock.instant()), unit);
        }
    }

    /**
     * Takes a unit out of service for good; its past stays, and its call sign is free again.
     *
     * @throws Refusal {@code unit-not-found}, {@code unit-on-duty}
     */
    @Transactional
    @SystemScope("writes a unit and its devices; Duties asks the policy")
    public void retire(Actor actor, UnitId id) {
        var unit = lock(actor, id);
        if (unit.status() != UnitStatus.OFF_DUTY) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-on-duty", unit.callSign());
        }
        var now = clock.instant();
        units.retire(id, now);
        tell(new UnitChanged(id, unit.skills(), true, actor, now), unit);
    }

    private Unit lock(Actor actor, UnitId id) {
        var known = unit(actor, id);
        return units.lock(List.of(known.id())).values().stream().findFirst().orElseThrow(Fleet::unknown);
    }

    private void tell(UnitChanged event, Unit unit) {
        journal.publish(event);
        journal.changed(unit);
    }

    private static void requireFit(Collection<String> skills) {
        if (skills.size() > MOST_SKILLS
                || skills.stream().anyMatch(skill -> !SKILL.matcher(skill).matches())) {
            throw new Refusal(Refusal.Kind.INVALID, "skills-invalid");
        }
    }

    private static Refusal unknown() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "unit-not-found");
    }
}
