package org.openbeat.app.dispatch.coverage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.GeoPoint;

/**
 * How well free units cover the beats, as of some instant. Shares and probabilities are between 0 and 1.
 *
 * @param at when it was computed
 * @param minutes a place is reached in time when a unit needs no longer
 * @param covered the share of calls that are expected to be reached in time
 * @param busy the probability that a unit is busy, from the last four weeks
 * @param onDuty units on duty
 * @param free those of them that are free and whose position is known and fresh
 * @param byRoad whether the times were measured along roads
 * @param areas the beats, least covered first
 * @param losses what each free unit would leave behind, most first
 * @param model what the queueing model expects; null when there is too little to go by
 */
public record Coverage(
        Instant at,
        int minutes,
        double covered,
        double busy,
        int onDuty,
        int free,
        boolean byRoad,
        List<Area> areas,
        List<Loss> losses,
        @Nullable Model model) {
    public Coverage {
        areas = List.copyOf(areas);
        losses = List.copyOf(losses);
    }

    /**
     * A beat.
     *
     * @param share of all calls that come from it
     * @param covered the probability that a call from it is reached in time
     * @param units how many free units could reach it in time
     */
    public record Area(String beat, String name, GeoPoint centre, double share, double covered, int units) {}

    /** By how much the coverage falls if the unit goes. */
    public record Loss(String callSign, double share) {}

    /**
     * What Larson's hypercube expects in the long run, with the units on duty and the work of the last four weeks.
     *
     * @param exact whether it was solved exactly
     * @param waits the probability that a call finds every unit busy
     * @param otherThanNearest the share of calls to which not the nearest unit goes
     * @param meanMinutes the mean travel time
     */
    public record Model(boolean exact, double waits, double otherThanNearest, double meanMinutes) {}
}
