package org.openbeat.app.dispatch.recommend;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.board.UnitRow;

/**
 * Whom to send, best first, with the reasons; a person decides.
 *
 * @param byRoad whether any time was measured along roads; false means all are straight-line guesses, shown as such
 * @param unmetSkills what is needed and none of the proposed units can do
 * @param lacking how many units fewer are proposed than are needed
 */
public record RankedUnits(List<RankedUnit> units, boolean byRoad, Set<String> unmetSkills, int lacking) {

    public RankedUnits {
        units = List.copyOf(units);
        unmetSkills = Set.copyOf(unmetSkills);
    }

    /**
     * A unit and what speaks for it and against it.
     *
     * @param seconds expected travel time; null when its position or the incident's is not known
     * @param byRoad whether that was measured along roads
     * @param stale its position is old; it may be elsewhere by now
     */
    public record RankedUnit(
            UnitRow unit,
            boolean proposed,
            @Nullable Long seconds,
            @Nullable Long metres,
            boolean byRoad,
            boolean stale,
            List<Why> reasons) {
        public RankedUnit {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One reason; its text stands in the messages under {@code dispatch.reason.<code>}.
     *
     * @param code {@code arrival}, {@code straight-line}, {@code has-skills}, {@code lacks-skills},
     *     {@code position-age}, {@code position-stale}, {@code no-position}, {@code ask-first}, {@code unavailable}
     * @param value a number of seconds, or skills joined by ", "; empty where there is none
     */
    public record Why(String code, String value) {}
}
