package org.openbeat.engine.response.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.response.queueing.Hypercube;
import org.openbeat.engine.response.queueing.Line;
import org.openbeat.engine.response.queueing.ServiceSystem;

class SimulationTest {
    private static final int CALLS = 84_000;

    @Test
    void simulated_busy_fractions_agree_with_the_exact_ones_within_their_intervals() {
        var compared = 0;
        var held = 0;
        for (var seed = 0; seed < 16; seed++) {
            var line = seed % 2 == 0 ? Line.ZERO : Line.INFINITE;
            var system = system(seed, 2 + seed / 2, line);
            var exact = Hypercube.exact(system);
            var simulated = simulate(system, seed);
            for (var unit = 0; unit < system.units(); unit++) {
                assertThat(simulated.busy(unit).mean()).isCloseTo(exact.busy(unit), within(0.025));
                held += simulated.busy(unit).holds(exact.busy(unit)) ? 1 : 0;
                compared++;
            }
        }
        // a 95 % interval misses one in twenty; units of one run are not independent
        assertThat((double) held / compared).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void lost_waiting_and_second_best_agree_with_the_exact_ones() {
        var held = 0;
        for (var seed = 20; seed < 40; seed++) {
            var zero = system(seed, 5, Line.ZERO);
            var infinite = system(seed, 5, Line.INFINITE);
            var lost = simulate(zero, seed).lost();
            var queued = simulate(infinite, seed);
            held += lost.holds(Hypercube.exact(zero).lossProbability()) ? 1 : 0;
            held += queued.waited().holds(Hypercube.exact(infinite).waitProbability()) ? 1 : 0;
            held += queued.notPreferred().holds(Hypercube.exact(infinite).interdistrictFraction()) ? 1 : 0;
            held += queued.response()
                            .holds(Hypercube.exact(infinite).meanWait()
                                    + Hypercube.exact(infinite)
                                            .travel(ones(5, infinite.atoms()), null)
                                            .overall())
                    ? 1
                    : 0;
        }
        assertThat(held).isBetween(70, 80);
    }

    @Test
    void the_same_seed_gives_the_same_outcome() {
        var system = system(3, 6, Line.INFINITE);

        assertThat(simulate(system, 9).busy(2)).isEqualTo(simulate(system, 9).busy(2));
        assertThat(simulate(system, 9).busy(2))
                .isNotEqualTo(simulate(system, 10).busy(2));
    }

    @Test
    void without_a_line_the_loss_is_erlangs_whatever_the_distribution_of_service() {
        var system = ServiceSystem.of(new double[] {2}, new int[][] {{0, 1, 2}}, 1, Line.ZERO);
        for (var service :
                List.of(ServiceTime.exponential(1), ServiceTime.constant(1), ServiceTime.logNormal(1, 1.5))) {
            var outcome =
                    Simulation.longRun(Fleet.like(system, ones(3, 1)), CallSource.random(system, service, 400_000, 5));
            // B(3, 2) = 4/19
            assertThat(outcome.lost().mean()).isCloseTo(4 / 19.0, within(0.006));
        }
    }

    @Test
    void more_urgent_calls_are_served_first_and_equals_in_their_order() {
        var fleet = Fleet.nearestFirst(new double[][] {{1}}, new long[] {0}, Line.INFINITE);
        var outcome = replay(fleet, call(0, 1, 10), call(1, 3, 10), call(2, 3, 10), call(3, 2, 10));

        // the unit comes free at 11, 22, 33
        assertThat(outcome.response(0)).isEqualTo(1);
        assertThat(outcome.response(3)).isEqualTo(11 + 1 - 3);
        assertThat(outcome.response(1)).isEqualTo(22 + 1 - 1);
        assertThat(outcome.response(2)).isEqualTo(33 + 1 - 2);
        assertThat(outcome.waited(0)).isFalse();
        assertThat(outcome.waited(3)).isTrue();
        assertThat(outcome.sent(0)).isEqualTo(4);
    }

    @Test
    void a_call_that_needs_a_skill_gets_the_unit_that_has_it_and_others_the_nearest() {
        var fleet = Fleet.nearestFirst(new double[][] {{1}, {5}, {9}}, new long[] {0, 0b1, 0b11}, Line.INFINITE);
        var needs = List.of(new Requirement(0b10, 1), new Requirement(0, 1));
        var outcome = replay(fleet, new SimulatedCall(0, 0, 1, needs, 100), call(1, 1, 100));

        assertThat(outcome.response(0)).isEqualTo(1);
        assertThat(outcome.complete(0)).isEqualTo(9);
        assertThat(outcome.response(1)).isEqualTo(5);
        assertThat(outcome.quantile(0, 0.5)).isEqualTo(1);
        assertThat(outcome.quantile(0, 0.9)).isEqualTo(5);
        assertThat(outcome.within(1, 4)).isEqualTo(0.5);
        assertThat(outcome.calls(1)).isEqualTo(2);
    }

    @Test
    void what_no_unit_can_do_is_said() {
        var fleet = Fleet.nearestFirst(new double[][] {{1}}, new long[] {0}, Line.INFINITE);
        var outcome = replay(fleet, new SimulatedCall(0, 0, 1, List.of(new Requirement(0b1, 1)), 5));

        assertThat(outcome.unitsNeverFound()).isEqualTo(1);
        assertThat(outcome.response(0)).isInfinite();
        assertThat(outcome.complete(0)).isInfinite();
        assertThat(outcome.quantile(2, 0.5)).isNaN();
    }

    @Test
    void no_unit_is_at_two_calls_at_once_and_none_is_idle_while_a_call_waits_for_it() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var units = 1 + random.nextInt(6);
            var fleet = Fleet.nearestFirst(ones(units, 1), new long[units], Line.INFINITE);
            var calls = new ArrayList<SimulatedCall>();
            var at = 0.0;
            for (var i = 0; i < 50; i++) {
                at += random.nextDouble() * 4;
                calls.add(new SimulatedCall(at, 0, 1, SimulatedCall.ANY_UNIT, 1 + random.nextDouble() * 20));
            }
            var outcome = Simulation.replay(fleet, CallSource.of(calls), done -> {});
            // first come, first served by the unit that is free first: the plain recursion
            var free = new double[units];
            for (var i = 0; i < calls.size(); i++) {
                var first = 0;
                for (var unit = 1; unit < units; unit++) {
                    first = free[unit] < free[first] ? unit : first;
                }
                var start = Math.max(calls.get(i).at(), free[first]);
                free[first] = start + 1 + calls.get(i).busy();
                assertThat(outcome.response(i))
                        .isCloseTo(start + 1 - calls.get(i).at(), within(1e-9));
            }
        }
    }

    @Test
    void calls_out_of_order_are_refused() {
        var fleet = Fleet.nearestFirst(new double[][] {{1}}, new long[] {0}, Line.ZERO);
        assertThatThrownBy(() -> replay(fleet, call(2, 1, 1), call(1, 1, 1))).hasMessageContaining("before");
    }

    private static Outcome simulate(ServiceSystem system, long seed) {
        return Simulation.longRun(
                Fleet.like(system, ones(system.units(), system.atoms())),
                CallSource.random(system, ServiceTime.exponential(1 / system.serviceRate()), CALLS, seed));
    }

    private static ServiceSystem system(long seed, int units, Line line) {
        var random = new SplittableRandom(seed);
        var atoms = 12;
        var rates = new double[atoms];
        var times = new double[units][atoms];
        for (var atom = 0; atom < atoms; atom++) {
            rates[atom] = (0.4 + random.nextDouble() * 0.4) * units / atoms;
            for (var unit = 0; unit < units; unit++) {
                times[unit][atom] = random.nextDouble();
            }
        }
        return ServiceSystem.nearestFirst(rates, times, 1, line);
    }

    private static double[][] ones(int units, int atoms) {
        var times = new double[units][atoms];
        for (var row : times) {
            Arrays.fill(row, 1);
        }
        return times;
    }

    private static SimulatedCall call(double at, int priority, double busy) {
        return new SimulatedCall(at, 0, priority, SimulatedCall.ANY_UNIT, busy);
    }

    private static Outcome replay(Fleet fleet, SimulatedCall... calls) {
        return Simulation.replay(fleet, CallSource.of(List.of(calls)), done -> {});
    }
}
