package org.openbeat.app.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.TravelTime;

/**
 * What the travel times say at the moment of assignment, looked up before any lock is held.
 *
 * @param time how long the unit needs; null when its position or the incident's is not known
 * @param nearer call sign of a free suitable unit that would be there clearly sooner by road
 * @param onDuty what the roster says of the unit; true where there is no roster
 * @param recommended call signs of the units that were recommended, if this one was not; otherwise empty
 */
record Recheck(
        @Nullable TravelTime time,
        boolean stale,
        @Nullable String nearer,
        long nearerBySeconds,
        boolean onDuty,
        List<String> recommended) {

    static final Recheck NONE = new Recheck(null, false, null, 0, true, List.of());

    Recheck {
        recommended = List.copyOf(recommended);
    }

    Optional<TravelTime> estimate() {
        return Optional.ofNullable(time);
    }

    Answer tell(Answer answer) {
        var told = recommended.isEmpty()
                ? answer
                : answer.noting(Answer.Notice.Code.OTHER_RECOMMENDED, Map.of("units", String.join(", ", recommended)));
        if (nearer != null) {
            told = told.noting(
                    Answer.Notice.Code.NEARER_UNIT, Map.of("unit", nearer, "seconds", Long.toString(nearerBySeconds)));
        }
        if (time != null && !time.isByRoad()) {
            told = told.noting(Answer.Notice.Code.ESTIMATE_ONLY, Map.of());
        }
        return stale ? told.noting(Answer.Notice.Code.STALE_POSITION, Map.of()) : told;
    }
}
