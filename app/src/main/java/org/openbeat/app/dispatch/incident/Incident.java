package org.openbeat.app.dispatch.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;

/**
 * An incident as decisions need it: something that needs a response.
 *
 * @param number its full number, {@code 2026-11-25/12}; the room says 12
 * @param agency the agency that must answer it
 * @param openedByAgency the agency of whoever opened it, where that is known
 * @param zone the time zone of its place, in which its instants are shown
 * @param attendedAt first arrival of a unit since it was opened or reopened
 * @param duplicateOf the authoritative incident, when this one is a duplicate
 * @param sharedWith agencies that see it beside the one that must answer it
 * @param named accounts to whom it is limited; null when it is not
 * @param claim who of the room has it in hand; null when nobody has
 * @param version grows with every change
 */
public record Incident(
        IncidentId id,
        String number,
        AgencyId agency,
        @Nullable AgencyId openedByAgency,
        IncidentStatus status,
        String type,
        Priority priority,
        Location location,
        ZoneId zone,
        Instant openedAt,
        @Nullable Instant attendedAt,
        @Nullable Instant closeDueAt,
        @Nullable IncidentId duplicateOf,
        Set<AgencyId> sharedWith,
        @Nullable Set<String> named,
        @Nullable Claim claim,
        int version) {

    public Incident {
        sharedWith = Set.copyOf(sharedWith);
        named = named == null ? null : Set.copyOf(named);
    }

    /** Its facts for the policy; the accounts of crews that were sent to it are known elsewhere. */
    public Item item(Set<String> assigned) {
        return new Item(Kind.INCIDENT, agency, location.beat(), assigned, sharedWith, named, Set.of());
    }

    /** Refuses what the table of moves does not have. */
    public void requireMove(IncidentStatus next) {
        if (!status.mayBecome(next)) {
            throw status == IncidentStatus.CLOSED
                    ? new Refusal(Refusal.Kind.CONFLICT, "incident-closed", number)
                    : new Refusal(Refusal.Kind.CONFLICT, "incident-move-refused", number, status, next);
        }
    }

    public void requireOpen() {
        if (!status.isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "incident-closed", number);
        }
    }

    /** Refuses a change made on the sight of an older version. */
    public void requireVersion(@Nullable Integer expected) {
        if (expected != null && expected != version) {
            throw new Refusal(Refusal.Kind.CONFLICT, "incident-changed-meanwhile", number);
        }
    }

    /** Refuses to send anyone to a place that nobody confirmed. */
    public void requireSureLocation() {
        if (!location.trust().isSure()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "location-unconfirmed", number, location.trust());
        }
    }
}
