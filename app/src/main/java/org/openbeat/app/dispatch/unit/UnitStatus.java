package org.openbeat.app.dispatch.unit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a unit is doing. What may follow what stands in one table; how far it may be sent stands beside each. */
public enum UnitStatus {
    AVAILABLE(Sendability.FREE),
    /** On a break: it may be asked. Not every type of unit owns it. */
    ON_BREAK(Sendability.INFORM),
    /** It has work and has not confirmed it. */
    ASSIGNED(Sendability.INFORM),
    ACKNOWLEDGED(Sendability.INFORM),
    EN_ROUTE(Sendability.INFORM),
    ON_SCENE(Sendability.INFORM),
    /** It brings someone somewhere. Not every type of unit owns it. */
    TRANSPORTING(Sendability.INFORM),
    /** On duty, and may not be sent: out of order, refuelling, in court. */
    UNAVAILABLE(Sendability.UNAVAILABLE),
    OFF_DUTY(Sendability.UNAVAILABLE);

    /** Whether a unit in a status may be sent; the service holds it, colours only show it. */
    public enum Sendability {
        FREE,
        /** Only when someone confirms it. */
        INFORM,
        /** Never. */
        UNAVAILABLE
    }

    /** The statuses that a unit has because of its work; without work it has none of them. */
    public static final Set<UnitStatus> WORKING =
            Set.copyOf(EnumSet.of(ASSIGNED, ACKNOWLEDGED, EN_ROUTE, ON_SCENE, TRANSPORTING));

    /** What a type of unit must own before its units can have it; every unit owns the others. */
    public static final Set<UnitStatus> OWNED_BY_TYPE = Set.copyOf(EnumSet.of(ON_BREAK, TRANSPORTING));

    private static final Map<UnitStatus, Set<UnitStatus>> MOVES = new EnumMap<>(Map.of(
            AVAILABLE, EnumSet.of(ASSIGNED, ON_BREAK, UNAVAILABLE, OFF_DUTY),
            ON_BREAK, EnumSet.of(AVAILABLE, ASSIGNED, UNAVAILABLE, OFF_DUTY),
            ASSIGNED, EnumSet.of(ACKNOWLEDGED, EN_ROUTE, ON_SCENE, AVAILABLE, ASSIGNED),
            ACKNOWLEDGED, EnumSet.of(EN_ROUTE, ON_SCENE, AVAILABLE, ASSIGNED),
            EN_ROUTE, EnumSet.of(ON_SCENE, AVAILABLE, ASSIGNED),
            ON_SCENE, EnumSet.of(TRANSPORTING, AVAILABLE, ASSIGNED),
            TRANSPORTING, EnumSet.of(ON_SCENE, AVAILABLE, ASSIGNED),
            UNAVAILABLE, EnumSet.of(AVAILABLE, ON_BREAK, OFF_DUTY),
            OFF_DUTY, EnumSet.of(AVAILABLE, ON_BREAK, UNAVAILABLE)));

    private final Sendability sendability;

    UnitStatus(Sendability sendability) {
        this.sendability = sendability;
    }

    public Sendability sendability() {
        return sendability;
    }

    public boolean mayBecome(UnitStatus next) {
        return successors().contains(next);
    }

    public Set<UnitStatus> successors() {
        return MOVES.getOrDefault(this, Set.of());
    }

    public boolean isWorking() {
        return WORKING.contains(this);
    }
}
