package org.openbeat.engine.response.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HypercubeTest {
    private static final Offset<Double> ALL_DIGITS = within(1e-9);
    private static final Offset<Double> FOUR_DIGITS = within(5e-5);

    /** Larson and Odoni, Urban Operations Research (1981), sections 5.4.3 to 5.5.3: three units, ten atoms in groups. */
    private static final ServiceSystem BOOK = ServiceSystem.of(
            new double[] {0.5, 0.25, 0.35, 0.4},
            new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {2, 0, 1}},
            1,
            Line.INFINITE);

    @Test
    void the_three_units_of_the_book_have_its_workloads_and_its_probability_of_waiting() {
        var state = Hypercube.exact(BOOK);

        assertThat(busy(state, 3)).containsExactly(new double[] {0.5574, 0.4734, 0.4693}, FOUR_DIGITS);
        assertThat(state.waitProbability()).isCloseTo(0.23684, within(5e-6));
        // the book works with four digits and prints 0.43529; the same equations with all digits give this
        assertThat(state.interdistrictFraction()).isCloseTo(0.43529, within(5e-5));
        assertThat(state.interdistrictFraction()).isCloseTo(0.43532515819416234, ALL_DIGITS);
        assertThat(state.lossProbability()).isZero();
    }

    @Test
    void the_three_units_of_the_book_have_the_states_computed_from_its_equations() {
        var space = StateSpace.solve(BOOK, PreferenceTree.of(Groups.of(BOOK), 3));
        var expected = new double[] {
            0.21052631578947373,
            0.13669046961724363,
            0.08863268325044192,
            0.09488682953763491,
            0.09046632081652502,
            0.08894460766336887,
            0.053010668062154154,
            0.11842105263157898
        };

        for (var busy = 0; busy < 8; busy++) {
            assertThat(space.probability(busy)).isCloseTo(expected[busy], ALL_DIGITS);
        }
        assertThat(space.levels().waiting()).isCloseTo(0.11842105263157898, ALL_DIGITS);
    }

    @Test
    void the_three_units_of_the_book_go_where_its_equations_send_them() {
        var state = Hypercube.exact(BOOK);
        var expected = new double[][] {
            {0.17386111877988247, 0.10152748190055505, 0.05794473265289586},
            {0.08693055938994124, 0.027981996014070254, 0.0517541112626552},
            {0.051471167937851364, 0.1413008525384549, 0.0405613128570271},
            {0.05931316194659515, 0.04477119362251241, 0.16258231109755916}
        };

        for (var atom = 0; atom < 4; atom++) {
            for (var unit = 0; unit < 3; unit++) {
                assertThat(state.dispatchFraction(atom, unit)).isCloseTo(expected[atom][unit], ALL_DIGITS);
            }
        }
        assertThat(state.dispatchFraction(1, 0)).isCloseTo(0.087, within(5e-4));
    }

    @Test
    void the_factors_and_the_rounds_of_the_approximation_are_those_of_the_book() {
        var factors = Corrections.of(Levels.of(BOOK));
        assertThat(factors.factor(0)).isCloseTo(1, ALL_DIGITS);
        assertThat(factors.factor(1)).isCloseTo(0.73684, within(5e-6));
        assertThat(factors.factor(2)).isCloseTo(0.63158, within(5e-6));

        var state = Hypercube.approximate(BOOK);
        assertThat(state.isExact()).isFalse();
        // the book stops at its third round; the same equations settle here
        assertThat(busy(state, 3)).containsExactly(new double[] {0.5626, 0.4717, 0.4657}, FOUR_DIGITS);
        assertThat(busy(state, 3)).containsExactly(new double[] {0.5627, 0.4716, 0.4657}, within(2e-4));
    }

    @Test
    void two_units_without_a_line_lose_a_fifth() {
        var system = ServiceSystem.of(new double[] {1}, new int[][] {{0, 1}}, 1, Line.ZERO);
        var space = StateSpace.solve(system, PreferenceTree.of(Groups.of(system), 2));
        var state = Hypercube.exact(system);

        assertThat(state.lossProbability()).isCloseTo(0.2, ALL_DIGITS);
        assertThat(busy(state, 2)).containsExactly(new double[] {0.5, 0.3}, ALL_DIGITS);
        assertThat(space.probability(0)).isCloseTo(0.4, ALL_DIGITS);
        assertThat(space.probability(1)).isCloseTo(0.3, ALL_DIGITS);
        assertThat(space.probability(2)).isCloseTo(0.1, ALL_DIGITS);
        assertThat(state.waitProbability()).isZero();
        assertThat(state.meanWait()).isZero();
    }

    @Test
    void six_units_without_a_line_have_the_reference_workloads() {
        var state = Hypercube.exact(SixUnits.SYSTEM);

        assertThat(state.lossProbability()).isCloseTo(0.05215711526078558, ALL_DIGITS);
        assertThat(busy(state, 6)).containsExactly(SixUnits.WORKLOADS, ALL_DIGITS);
        var space = StateSpace.solve(SixUnits.SYSTEM, PreferenceTree.of(Groups.of(SixUnits.SYSTEM), 6));
        for (var busy = 0; busy < 64; busy++) {
            assertThat(space.probability(busy)).isCloseTo(SixUnits.STATES[busy], ALL_DIGITS);
        }
    }

    @Test
    void whatever_the_preferences_erlangs_formula_tells_how_many_calls_are_lost() {
        for (var units = 1; units <= 13; units++) {
            var system = random(new Random(units), units, 30, Line.ZERO);
            var space = StateSpace.solve(system, PreferenceTree.of(Groups.of(system), units));
            assertThat(space.probability((1 << units) - 1)).isCloseTo(erlangB(units, system.offeredLoad()), ALL_DIGITS);
            assertThat(balanceError(system, space)).isLessThan(1e-12);
        }
    }

    @Test
    void with_a_line_the_units_do_all_the_work_that_comes() {
        for (var seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var units = 1 + random.nextInt(9);
            var system = random(random, units, 20, Line.INFINITE);
            for (var state : new SteadyState[] {Hypercube.exact(system), Hypercube.approximate(system)}) {
                assertThat(Arrays.stream(busy(state, units)).sum()).isCloseTo(system.offeredLoad(), ALL_DIGITS);
                assertThat(allDispatches(system, state)).isCloseTo(1, ALL_DIGITS);
                assertThat(state.interdistrictFraction()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void the_approximation_is_within_two_hundredths_of_the_exact_workloads_on_average() {
        var sum = 0.0;
        var worst = 0.0;
        var compared = 0;
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var units = 2 + random.nextInt(9);
            var system = random(random, units, 40, seed % 2 == 0 ? Line.ZERO : Line.INFINITE);
            var exact = Hypercube.exact(system);
            var near = Hypercube.approximate(system);
            for (var unit = 0; unit < units; unit++) {
                var error = Math.abs(near.busy(unit) - exact.busy(unit)) / exact.busy(unit);
                sum += error;
                worst = Math.max(worst, error);
                compared++;
            }
            assertThat(near.lossProbability()).isCloseTo(exact.lossProbability(), ALL_DIGITS);
            assertThat(near.interdistrictFraction()).isCloseTo(exact.interdistrictFraction(), within(0.03));
        }
        assertThat(sum / compared).isLessThan(0.02);
        assertThat(worst).isLessThan(0.10);
    }

    @Test
    void a_thousand_units_settle_too() {
        var state = Hypercube.solve(random(new Random(1), 1000, 2000, Line.INFINITE));

        assertThat(state.isExact()).isFalse();
        for (var unit = 0; unit < 1000; unit++) {
            assertThat(state.busy(unit)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void travel_times_are_weighed_by_who_is_sent_where() {
        var system = ServiceSystem.of(new double[] {1}, new int[][] {{0, 1}}, 1, Line.ZERO);
        var travel = Hypercube.exact(system).travel(new double[][] {{4}, {10}}, null);

        // of the calls that are served 5/8 go to the first unit: (0.4 + 0.1) / 0.8
        assertThat(travel.overall()).isCloseTo(4 * 0.625 + 10 * 0.375, ALL_DIGITS);
        assertThat(travel.toAtom(0)).isCloseTo(travel.overall(), ALL_DIGITS);
        assertThat(travel.byUnit(0)).isCloseTo(4, ALL_DIGITS);
        assertThat(travel.byUnit(1)).isCloseTo(10, ALL_DIGITS);
    }

    @Test
    void who_waited_is_reached_from_where_the_last_call_was() {
        var system = ServiceSystem.of(new double[] {0.25, 0.25}, new int[][] {{0}, {0}}, 1, Line.INFINITE);
        var travel = Hypercube.exact(system).travel(new double[][] {{2, 6}}, new double[][] {{0, 8}, {8, 0}});

        // half find the unit free and see 4 on average, half wait and see 4: each atom half the time
        assertThat(travel.overall()).isCloseTo(0.5 * 4 + 0.5 * 4, ALL_DIGITS);
        assertThat(travel.toAtom(0)).isCloseTo(0.5 * 2 + 0.5 * 4, ALL_DIGITS);
        assertThat(travel.toAtom(1)).isCloseTo(0.5 * 6 + 0.5 * 4, ALL_DIGITS);
        assertThat(Hypercube.exact(system).meanWait()).isCloseTo(1, ALL_DIGITS);
    }

    @Test
    void the_nearest_unit_is_preferred_and_of_equals_the_first() {
        var system =
                ServiceSystem.nearestFirst(new double[] {1, 1}, new double[][] {{5, 1}, {5, 3}, {2, 3}}, 1, Line.ZERO);

        assertThat(system.preference(0)).containsExactly(2, 0, 1);
        assertThat(system.preference(1)).containsExactly(0, 1, 2);
    }

    @Test
    void what_is_no_system_is_refused() {
        assertThatThrownBy(() -> ServiceSystem.of(new double[] {2}, new int[][] {{0, 1}}, 1, Line.INFINITE))
                .hasMessageContaining("grow without end");
        assertThatThrownBy(() -> ServiceSystem.of(new double[] {1}, new int[][] {{0, 0}}, 1, Line.ZERO))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> ServiceSystem.of(new double[] {-1}, new int[][] {{0}}, 1, Line.ZERO))
                .hasMessageContaining("rate");
        assertThatThrownBy(() -> Hypercube.exact(random(new Random(0), 21, 3, Line.ZERO)))
                .hasMessageContaining("too many");
    }

    static ServiceSystem random(Random random, int units, int atoms, Line line) {
        var rates = new double[atoms];
        var times = new double[units][atoms];
        for (var atom = 0; atom < atoms; atom++) {
            rates[atom] = random.nextDouble() * 0.9 * units / atoms;
            for (var unit = 0; unit < units; unit++) {
                times[unit][atom] = random.nextDouble();
            }
        }
        return ServiceSystem.nearestFirst(rates, times, 0.7 + random.nextDouble(), line);
    }

    private static double[] busy(SteadyState state, int units) {
        var busy = new double[units];
        Arrays.setAll(busy, state::busy);
        return busy;
    }

    private static double allDispatches(ServiceSystem system, SteadyState state) {
        var sum = 0.0;
        for (var atom = 0; atom < system.atoms(); atom++) {
            for (var unit = 0; unit < system.units(); unit++) {
                sum += state.dispatchFraction(atom, unit);
            }
        }
        return sum;
    }

    private static double erlangB(int units, double load) {
        var lost = 1.0;
        for (var k = 1; k <= units; k++) {
            lost = load * lost / (k + load * lost);
        }
        return lost;
    }

    /** What flows into each state less what flows out of it, counted in the plainest way. */
    private static double balanceError(ServiceSystem system, StateSpace space) {
        var states = 1 << system.units();
        var net = new double[states];
        for (var state = 0; state < states; state++) {
            for (var atom = 0; atom < system.atoms() && state < states - 1; atom++) {
                var rank = 0;
                while ((state >> system.preferred(atom, rank) & 1) != 0) {
                    rank++;
                }
                var flow = system.rate(atom) * space.probability(state);
                net[state] -= flow;
                net[state | 1 << system.preferred(atom, rank)] += flow;
            }
            for (var unit = 0; unit < system.units(); unit++) {
                if ((state >> unit & 1) != 0) {
                    var flow = system.serviceRate() * space.probability(state);
                    net[state] -= flow;
                    net[state & ~(1 << unit)] += flow;
                }
            }
        }
        return Arrays.stream(net).map(Math::abs).max().orElseThrow();
    }
}
