package org.openbeat.app.dispatch.unit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;

/**
 * A unit as decisions need it.
 *
 * @param callSign what the room calls it, in lower case: {@code u7}
 * @param owned statuses that its type owns beside those of every unit
 * @param shiftEndsAt planned end of its shift; someone must be asked before it is sent later than that
 */
public record Unit(
        UnitId id,
        String callSign,
        String type,
        AgencyId agency,
        Set<String> skills,
        UnitStatus status,
        Set<UnitStatus> owned,
        @Nullable Instant shiftEndsAt,
        int version) {
    public Unit {
        skills = Set.copyOf(skills);
        owned = Set.copyOf(owned);
    }

    /** Whether its type owns the status. */
    public boolean owns(UnitStatus wanted) {
        return !UnitStatus.OWNED_BY_TYPE.contains(wanted) || owned.contains(wanted);
    }

    public void requireMove(UnitStatus next) {
        if (!owns(next)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-status-not-owned", callSign, next);
        }
        if (status == UnitStatus.OFF_DUTY && next.isWorking()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-off-duty", callSign);
        }
        if (!status.mayBecome(next)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-move-refused", callSign, status, next);
        }
    }

    /** May it be sent at this instant, judging by its status and its shift? */
    public UnitStatus.Sendability sendability(Instant now) {
        if (status.sendability() == UnitStatus.Sendability.FREE && shiftEndsAt != null && now.isAfter(shiftEndsAt)) {
            return UnitStatus.Sendability.INFORM;
        }
        return status.sendability();
    }
}
