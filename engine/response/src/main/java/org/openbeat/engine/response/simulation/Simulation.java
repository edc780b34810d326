package org.openbeat.engine.response.simulation;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.openbeat.engine.response.queueing.Line;

/**
 * Runs calls through a fleet, event by event: the first unit in the order of preference that is free and can do what is
 * needed goes at once; where none is, the call waits or is lost. Nothing in it is by chance: the same calls and the same
 * fleet give the same outcome.
 */
public final class Simulation {
    private final Fleet fleet;
    private final CallSource source;
    private final Record record;
    private final Releases releases;
    private final Waiting waiting = new Waiting();
    private final boolean[] busy;
    private double now;

    private Simulation(Fleet fleet, CallSource source, boolean warmUp) {
        this.fleet = fleet;
        this.source = source;
        this.record = new Record(fleet.units(), source.count(), warmUp);
        this.releases = new Releases(fleet.units());
        this.busy = new boolean[fleet.units()];
    }

    /** Calls by chance in the long run: the first twenty-first part is left out, so that the empty start does not count. */
    public static Outcome longRun(Fleet fleet, CallSource calls) {
        return longRun(fleet, calls, done -> {});
    }

    /**
     * The same, telling how far it is.
     *
     * @param progress is told now and then how many calls have come
     */
    public static Outcome longRun(Fleet fleet, CallSource calls, IntConsumer progress) {
        return new Simulation(fleet, calls, true).run(progress);
    }

    /** The calls of some hours or days as they came: all of them count. */
    public static Outcome replay(Fleet fleet, CallSource calls, IntConsumer progress) {
        return new Simulation(fleet, calls, false).run(progress);
    }

    private Outcome run(IntConsumer progress) {
        var number = 0;
        for (var calls = source.calls(); calls.hasNext(); number++) {
            var call = calls.next();
            if (call.at() < now) {
                throw new IllegalArgumentException("Call " + number + " comes before the one ahead of it.");
            }
            releaseUntil(call.at());
            now = call.at();
            record.call(number, call.priority(), now);
            send(number, call);
            if ((number & 0x3fff) == 0) {
                progress.accept(number);
            }
        }
        record.end(now);
        releaseUntil(Double.MAX_VALUE);
        progress.accept(number);
        return new Outcome(record, waiting.size());
    }

    private void releaseUntil(double time) {
        while (releases.nextTime() <= time) {
            now = releases.nextTime();
            var unit = releases.take();
            record.freed(unit, now);
            var gap = waiting.takeFor(fleet, unit);
            if (gap == null) {
                busy[unit] = false;
            } else {
                send(gap.number(), gap.call(), unit);
            }
        }
    }

    private void send(int number, SimulatedCall call) {
        for (var requirement : call.needs()) {
            for (var each = 0; each < requirement.units(); each++) {
                var unit = firstFree(call.place(), requirement.skills());
                if (unit >= 0) {
                    send(number, call, unit);
                } else if (fleet.line() == Line.INFINITE) {
                    record.waits(number);
                    waiting.add(new Waiting.Gap(number, call, requirement.skills()));
                } else {
                    record.missing(number);
                }
            }
        }
    }

    private int firstFree(int place, long skills) {
        for (var unit : fleet.preference(place)) {
            if (!busy[unit] && fleet.can(unit, skills)) {
                return unit;
            }
        }
        return -1;
    }

    private void send(int number, SimulatedCall call, int unit) {
        var travel = fleet.travel(unit, call.place());
        busy[unit] = true;
        record.sent(number, unit, now, now + travel, unit == fleet.preference(call.place())[0]);
        releases.add(now + call.busy() + (fleet.travelKeepsBusy() ? travel : 0), unit);
    }

    /** What is written down while it runs. */
    static final class Record {
        final int warm;
        final int perBatch;
        final double[] at;
        final byte[] priority;
        final double[] firstArrival;
        final double[] lastArrival;
        final boolean[] waited;
        final short[] missing;
        final short[] sent;
        final short[] notPreferred;
        final double[][] busyTime;
        final double[] startOfBatch = new double[Estimate.BATCHES + 1];
        final int[] sentByUnit;
        final double[] busyInAll;
        double startOfRun;
        private final double[] busySince;
        private int batch = -1;
        private boolean ended;

        Record(int units, int calls, boolean warmUp) {
            perBatch = calls / (Estimate.BATCHES + (warmUp ? 1 : 0));
            warm = warmUp ? calls - Estimate.BATCHES * perBatch : 0;
            at = new double[calls];
            priority = new byte[calls];
            firstArrival = new double[calls];
            Arrays.fill(firstArrival, Double.POSITIVE_INFINITY);
            lastArrival = new double[calls];
            waited = new boolean[calls];
            missing = new short[calls];
            sent = new short[calls];
            notPreferred = new short[calls];
            busyTime = new double[Estimate.BATCHES][units];
            sentByUnit = new int[units];
            busyInAll = new double[units];
            busySince = new double[units];
            Arrays.fill(busySince, Double.NaN);
        }

        void call(int number, int level, double time) {
            if (perBatch > 0 && number >= warm && (number - warm) % perBatch == 0) {
                turn((number - warm) / perBatch, time);
            }
            startOfRun = number == 0 ? time : startOfRun;
            at[number] = time;
            priority[number] = (byte) level;
        }

        /** What busy units have done so far belongs to the batch that ends. */
        private void turn(int next, double time) {
            for (var unit = 0; unit < busySince.length; unit++) {
                if (!Double.isNaN(busySince[unit])) {
                    count(unit, time);
                    busySince[unit] = time;
                }
            }
            if (next <= Estimate.BATCHES) {
                startOfBatch[next] = time;
            }
            batch = next;
        }

        void end(double time) {
            turn(Estimate.BATCHES, time);
            ended = true;
        }

        private void count(int unit, double time) {
            busyInAll[unit] += ended ? 0 : time - busySince[unit];
            if (batch >= 0 && batch < Estimate.BATCHES) {
                busyTime[batch][unit] += time - busySince[unit];
            }
        }

        void sent(int number, int unit, double time, double arrival, boolean preferred) {
            busySince[unit] = time;
            sentByUnit[unit]++;
            sent[number]++;
            notPreferred[number] += (short) (preferred ? 0 : 1);
            firstArrival[number] = Math.min(firstArrival[number], arrival);
            lastArrival[number] = Math.max(lastArrival[number], arrival);
        }

        void freed(int unit, double time) {
            count(unit, time);
            busySince[unit] = Double.NaN;
        }

        void waits(int number) {
            waited[number] = true;
        }

        void missing(int number) {
            missing[number]++;
        }
    }
}
