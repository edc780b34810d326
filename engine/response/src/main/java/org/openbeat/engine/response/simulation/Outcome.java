package org.openbeat.engine.response.simulation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a simulation found. Times are in the unit of its input; a call's response is the time from the call until the
 * first unit is there.
 */
public final class Outcome {
    private final Simulation.Record record;
    private final int neverServed;

    Outcome(Simulation.Record record, int neverServed) {
        this.record = record;
        this.neverServed = neverServed;
    }

    public int calls() {
        return record.at.length;
    }

    /** Units that were still waited for when the last unit came free: none of the fleet can do what they should. */
    public int unitsNeverFound() {
        return neverServed;
    }

    /** How often the unit was sent. */
    public int sent(int unit) {
        return record.sentByUnit[unit];
    }

    /** The share of time for which the unit was busy. */
    public Estimate busy(int unit) {
        var batches = new double[Estimate.BATCHES];
        for (var batch = 0; batch < batches.length; batch++) {
            var length = record.startOfBatch[batch + 1] - record.startOfBatch[batch];
            batches[batch] = length == 0 ? 0 : record.busyTime[batch][unit] / length;
        }
        return Estimate.of(batches);
    }

    /** The share of the time from the first call to the last for which the unit was busy; for short runs. */
    public double busyShare(int unit) {
        var length = record.startOfBatch[Estimate.BATCHES] - record.startOfRun;
        return length <= 0 ? 0 : record.busyInAll[unit] / length;
    }

    /** The share of calls to which nobody went. */
    public Estimate lost() {
        return share(number -> record.sent[number] == 0 ? 1 : 0);
    }

    /** The share of calls that waited for a unit. */
    public Estimate waited() {
        return share(number -> record.waited[number] ? 1 : 0);
    }

    /** Of the units sent, the share that was not the one preferred at that place. */
    public Estimate notPreferred() {
        return ratio(number -> record.notPreferred[number], number -> record.sent[number]);
    }

    /** The mean response of calls that were served. */
    public Estimate response() {
        return ratio(
                number -> record.sent[number] == 0 ? 0 : response(number), number -> record.sent[number] == 0 ? 0 : 1);
    }

    /** One call's response; infinite when nobody went. */
    public double response(int number) {
        return record.firstArrival[number] - record.at[number];
    }

    /** How long one call took until all units that went were there; infinite when one that was needed did not go. */
    public double complete(int number) {
        var lacking = record.missing[number] > 0 || record.sent[number] == 0;
        return lacking ? Double.POSITIVE_INFINITY : record.lastArrival[number] - record.at[number];
    }

    /** Whether the call had to wait for at least one unit. */
    public boolean waited(int number) {
        return record.waited[number];
    }

    /**
     * The response that this share of the calls of a priority did not exceed; a call to which nobody went counts as
     * longer than any. NaN when there were none.
     *
     * @param priority 0 means all
     */
    public double quantile(int priority, double share) {
        var sorted = ofPriority(priority).mapToDouble(this::response).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }

    /** The share of the calls of a priority whose response was at most this long; NaN when there were none. */
    public double within(int priority, double limit) {
        return ofPriority(priority)
                .mapToDouble(number -> response(number) <= limit ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** How many calls of the priority there were; 0 means all. */
    public int calls(int priority) {
        return (int) ofPriority(priority).count();
    }

    private IntStream ofPriority(int priority) {
        return IntStream.range(record.warm, calls())
                .filter(number -> priority == 0 || record.priority[number] == priority);
    }

    private Estimate share(IntToDoubleFunction value) {
        return ratio(value, number -> 1);
    }

    private Estimate ratio(IntToDoubleFunction value, IntToDoubleFunction weight) {
        var batches = new double[Estimate.BATCHES];
        for (var batch = 0; batch < batches.length; batch++) {
            var from = record.warm + batch * record.perBatch;
            var sum = IntStream.range(from, from + record.perBatch)
                    .mapToDouble(value)
                    .sum();
            batches[batch] = sum
                    / IntStream.range(from, from + record.perBatch)
                            .mapToDouble(weight)
                            .sum();
        }
        return Arrays.stream(batches).allMatch(Double::isFinite)
                ? Estimate.of(batches)
                : new Estimate(Double.NaN, Double.NaN);
    }
}
