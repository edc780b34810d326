package org.openbeat.app.dispatch.board;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.engine.response.PositionTrust;

/**
 * A unit as a line of a list.
 *
 * @param sendability whether its status lets it be sent, after asking, or not at all
 * @param work its current work first, then its stack in order
 * @param crew names of those who are in it
 * @param position where it was last; null when nobody knows
 */
public record UnitRow(
        UnitId id,
        String callSign,
        String type,
        AgencyId agency,
        Set<String> skills,
        UnitStatus status,
        Instant statusSince,
        UnitStatus.Sendability sendability,
        Instant lastContactAt,
        @Nullable Instant shiftEndsAt,
        List<Work> work,
        List<String> crew,
        @Nullable LastSeen position,
        int version) {

    public UnitRow {
        skills = Set.copyOf(skills);
        work = List.copyOf(work);
        crew = List.copyOf(crew);
    }

    /** Its facts for the policy, as the room needs them. */
    public Item item() {
        return Item.of(Kind.UNIT, agency);
    }

    public UnitRow at(@Nullable LastSeen newer) {
        return new UnitRow(
                id,
                callSign,
                type,
                agency,
                skills,
                status,
                statusSince,
                sendability,
                lastContactAt,
                shiftEndsAt,
                work,
                crew,
                newer,
                version);
    }

    /** An incident that the unit has. */
    public record Work(IncidentId incident, String number, Stage stage) {}

    /**
     * Where a unit was.
     *
     * @param at when it was there, by its own clock
     * @param stale so old that it may be elsewhere by now
     * @param trust whether it can be right at all
     */
    public record LastSeen(
            GeoPoint point,
            @Nullable Double accuracyMetres,
            @Nullable Double speedMetresPerSecond,
            @Nullable Double headingDegrees,
            Instant at,
            boolean stale,
            PositionTrust trust) {}
}
