package org.openbeat.app.dispatch.position;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.board.LatestPositions;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.engine.response.PositionTrust;
import org.openbeat.engine.response.Recommendation;
import org.springframework.stereotype.Component;

/** The newest position of each unit that this server has heard of. */
@Component
class PositionsInMemory implements LatestPositions {
    private final Map<UnitId, LastPositions.Seen> newest = new ConcurrentHashMap<>();
    private final Map<UnitId, LastPositions.Seen> unwritten = new ConcurrentHashMap<>();
    private final PositionDoubts doubts;

    PositionsInMemory(PositionDoubts doubts) {
        this.doubts = doubts;
    }

    /** False when a newer one is known already, as after a phone was offline. */
    boolean put(LastPositions.Seen seen) {
        var kept = newest.merge(
                seen.unit(),
                seen,
                (old, fresh) -> fresh.fix().at().isAfter(old.fix().at()) ? fresh : old);
        if (kept != seen) {
            return false;
        }
        doubts.take(seen.unit(), seen.fix(), seen.receivedAt());
        if (isBelieved(seen.unit())) {
            unwritten.put(seen.unit(), seen);
        }
        return true;
    }

    /** A doubted position is shown as doubted and never written: whoever reads it back would not know. */
    private boolean isBelieved(UnitId unit) {
        var trust = doubts.of(unit);
        return trust != PositionTrust.JUMPED && trust != PositionTrust.OUTSIDE_MAP;
    }

    /** Those that changed since the last call. */
    List<LastPositions.Seen> takeUnwritten() {
        var taken = new ArrayList<LastPositions.Seen>();
        for (var unit : List.copyOf(unwritten.keySet())) {
            var seen = unwritten.remove(unit);
            if (seen != null) {
                taken.add(seen);
            }
        }
        return taken;
    }

    @Override
    public List<UnitRow> newest(List<UnitRow> units, Instant now) {
        return units.stream().map(unit -> newest(unit, now)).toList();
    }

    private UnitRow newest(UnitRow unit, Instant now) {
        var seen = newest.get(unit.id());
        var written = unit.position();
        return seen == null || isNewer(written, seen) ? unit : unit.at(lastSeen(unit.id(), seen.fix(), now));
    }

    private static boolean isNewer(UnitRow.@Nullable LastSeen written, LastPositions.Seen seen) {
        return written != null && written.at().isAfter(seen.fix().at());
    }

    UnitRow.LastSeen lastSeen(UnitId unit, Fix fix, Instant now) {
        var old = Duration.between(fix.at(), now).compareTo(Recommendation.STALE_AFTER) > 0;
        var trust = doubts.of(unit);
        return new UnitRow.LastSeen(
                fix.point(),
                fix.accuracyMetres(),
                fix.speedMetresPerSecond(),
                fix.headingDegrees(),
                fix.at(),
                old,
                trust == PositionTrust.GOOD && old ? PositionTrust.TOO_OLD : trust);
    }
}
