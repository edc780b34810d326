package org.openbeat.app.dispatch.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a day would have met with under two plans, as the simulation has it.
 *
 * @param calls how many there were
 * @param units how many units there were, each waiting where it was seen last
 * @param unplaced units that were left out because nobody knows where they are
 * @param rows all calls in front, then each priority that occurred
 * @param sooner to how many calls the first unit would have come at least a minute sooner with the plan tried
 * @param later to how many at least a minute later
 * @param now the plan in force
 * @param tried the other one
 */
public record Comparison(
        LocalDate day,
        int calls,
        int units,
        int unplaced,
        boolean byRoad,
        List<Row> rows,
        int sooner,
        int later,
        Whole now,
        Whole tried) {
    public Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * The calls of a priority under both plans.
     *
     * @param priority 0 for all
     */
    public record Row(int priority, int calls, Figures now, Figures tried) {}

    /**
     * @param half half of the calls had the first unit there within this time; null when it never came
     * @param mostly nine of ten calls
     * @param inTime the share that had it within eight minutes
     */
    public record Figures(@Nullable Duration half, @Nullable Duration mostly, double inTime) {}

    /**
     * @param sent how often a unit was sent
     * @param busy the mean share of time for which units were busy
     * @param waited the share of calls that had to wait for a unit
     * @param neverFound units that were needed and that no unit of the fleet could stand for
     */
    public record Whole(int sent, double busy, double waited, int neverFound) {}
}
