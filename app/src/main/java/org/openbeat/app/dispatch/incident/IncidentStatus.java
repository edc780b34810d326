package org.openbeat.app.dispatch.incident;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of an incident. What may follow what stands in one table, and nothing else is lawful. */
public enum IncidentStatus {
    /** No unit is on it and none has been there. */
    WAITING,
    /** A unit is assigned and not yet on its way. */
    DISPATCHED,
    EN_ROUTE,
    ON_SCENE,
    /** A unit was there and has left; what became of it is still to be said. */
    ATTENDED,
    CLOSED;

    private static final Map<IncidentStatus, Set<IncidentStatus>> MOVES = new EnumMap<>(Map.of(
            WAITING, EnumSet.of(DISPATCHED, CLOSED),
            DISPATCHED, EnumSet.of(WAITING, EN_ROUTE, ON_SCENE, ATTENDED, CLOSED),
            EN_ROUTE, EnumSet.of(WAITING, DISPATCHED, ON_SCENE, ATTENDED, CLOSED),
            ON_SCENE, EnumSet.of(DISPATCHED, EN_ROUTE, ATTENDED, CLOSED),
            ATTENDED, EnumSet.of(DISPATCHED, EN_ROUTE, ON_SCENE, CLOSED),
            CLOSED, EnumSet.of(WAITING)));

    public boolean mayBecome(IncidentStatus next) {
        return successors().contains(next);
    }

    public Set<IncidentStatus> successors() {
        return MOVES.getOrDefault(this, Set.of());
    }

    public boolean isOpen() {
        return this != CLOSED;
    }
}
