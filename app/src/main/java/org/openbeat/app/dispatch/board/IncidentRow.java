package org.openbeat.app.dispatch.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Claim;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/**
 * An incident as a line of a list.
 *
 * @param number its full number; the room says {@code dayNumber}
 * @param zone IANA zone in which its instants are to be shown
 * @param waitingSince since when nobody is on the way; null when someone is, was, or it is closed
 * @param overdue it waits longer than its priority allows, as of when the row was read
 * @param overdueAt when it becomes, or became, overdue; null when it does not wait
 * @param sharedWith agencies that see it beside the one that must answer it
 * @param restricted whether it is limited to named people
 * @param named their accounts; told to nobody
 * @param claim who of the room has it in hand; null when nobody has
 * @param units active ones, in the order in which they were assigned
 * @param version for a change that must not overwrite another
 */
public record IncidentRow(
        IncidentId id,
        String number,
        int dayNumber,
        IncidentStatus status,
        String type,
        Priority priority,
        AgencyId agency,
        @Nullable AgencyId openedByAgency,
        String summary,
        String locationText,
        @Nullable GeoPoint point,
        LocationTrust trust,
        @Nullable BeatCode beat,
        String zone,
        Instant openedAt,
        @Nullable Instant waitingSince,
        boolean overdue,
        @Nullable Instant overdueAt,
        Instant lastContactAt,
        @Nullable Instant closedAt,
        @Nullable String disposition,
        @Nullable Instant closeDueAt,
        @Nullable IncidentId duplicateOf,
        Set<AgencyId> sharedWith,
        boolean restricted,
        @JsonIgnore @Nullable Set<String> named,
        @Nullable Claim claim,
        List<OnIt> units,
        int version) {

    public IncidentRow {
        units = List.copyOf(units);
        sharedWith = Set.copyOf(sharedWith);
    }

    /** Its facts for the policy, as the room needs them. */
    public Item item() {
        return new Item(Kind.INCIDENT, agency, beat, Set.of(), sharedWith, named, Set.of());
    }

    /** As much as is needed to choose it: no words of anyone, and the beat in the place of the address. */
    public IncidentRow outlined() {
        return new IncidentRow(
                id,
                number,
                dayNumber,
                status,
                type,
                priority,
                agency,
                openedByAgency,
                "",
                "",
                null,
                trust,
                beat,
                zone,
                openedAt,
                waitingSince,
                overdue,
                overdueAt,
                lastContactAt,
                closedAt,
                disposition,
                closeDueAt,
                duplicateOf,
                sharedWith,
                restricted,
                named,
                claim,
                units,
                version);
    }

    /** A unit that is on the incident, or has it in its stack. */
    public record OnIt(
            UnitId unit,
            String callSign,
            String agency,
            Stage stage,
            @Nullable Instant since) {}
}
