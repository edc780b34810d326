package org.openbeat.engine.response.simulation;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.openbeat.engine.response.queueing.ServiceSystem;

/** Where the calls of a simulation come from, in order of time. */
public interface CallSource {

    Iterator<SimulatedCall> calls();

    /** How many there are. */
    int count();

    /** The calls of a list, which is in order of time. */
    static CallSource of(List<SimulatedCall> calls) {
        return new Listed(List.copyOf(calls));
    }

    /**
     * Calls by chance, as the hypercube takes them to come: Poisson, each atom at its rate, one unit each, one priority.
     *
     * @param count how many
     * @param seed the same seed gives the same calls
     */
    static CallSource random(ServiceSystem system, ServiceTime service, int count, long seed) {
        var places = Alias.of(
                IntStream.range(0, system.atoms()).mapToDouble(system::rate).toArray());
        return new Poisson(system.totalRate(), places, service, count, seed);
    }

    /** Calls that are known already. */
    record Listed(List<SimulatedCall> list) implements CallSource {

        @Override
        public Iterator<SimulatedCall> calls() {
            return list.iterator();
        }

        @Override
        public int count() {
            return list.size();
        }
    }

    /** Calls by chance. */
    record Poisson(double rate, Alias places, ServiceTime service, int count, long seed) implements CallSource {

        @Override
        public Iterator<SimulatedCall> calls() {
            var random = new SplittableRandom(seed);
            return new Iterator<>() {
                private int left = count;
                private double time;

                @Override
                public boolean hasNext() {
                    return left > 0;
                }

                @Override
                public SimulatedCall next() {
                    if (left-- <= 0) {
                        throw new NoSuchElementException();
                    }
                    time -= Math.log(1 - random.nextDouble()) / rate;
                    var place = places.draw(random);
                    return new SimulatedCall(time, place, 1, SimulatedCall.ANY_UNIT, service.draw(random));
                }
            };
        }
    }
}
