package org.openbeat.engine.response.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectedCoverageTest {

    @Test
    void an_area_that_two_units_reach_is_covered_unless_both_are_busy() {
        var coverage = ExpectedCoverage.of(new double[] {30, 70}, new double[][] {{4, 9}, {5, 4}}, 5, 0.3);

        assertThat(coverage.ofArea(0)).isCloseTo(0.91, within(1e-12));
        assertThat(coverage.ofArea(1)).isCloseTo(0.7, within(1e-12));
        assertThat(coverage.covered()).isCloseTo(0.3 * 0.91 + 0.7 * 0.7, within(1e-12));
        assertThat(coverage.reaching(0)).isEqualTo(2);
        assertThat(coverage.lostWithout(0)).isCloseTo(0.3 * 0.21, within(1e-12));
        assertThat(coverage.areaHitMost(1)).isEqualTo(1);
    }

    @Test
    void what_is_lost_is_the_difference_to_coverage_without_the_unit() {
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var units = 2 + random.nextInt(6);
            var areas = 1 + random.nextInt(20);
            var demand = random.doubles(areas).toArray();
            var times = new double[units][];
            for (var unit = 0; unit < units; unit++) {
                times[unit] = random.doubles(areas).toArray();
            }
            var busy = random.nextDouble() * 0.95;
            var gone = random.nextInt(units);
            var all = ExpectedCoverage.of(demand, times, 0.4, busy);
            times[gone] = new double[areas];
            Arrays.fill(times[gone], 1);
            var without = ExpectedCoverage.of(demand, times, 0.4, busy);

            assertThat(all.lostWithout(gone)).isCloseTo(all.covered() - without.covered(), within(1e-12));
            assertThat(all.lostWithout(gone)).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void a_unit_that_reaches_nothing_costs_nothing() {
        var coverage = ExpectedCoverage.of(new double[] {1}, new double[][] {{9}, {1}}, 5, 0.2);

        assertThat(coverage.lostWithout(0)).isZero();
        assertThat(coverage.areaHitMost(0)).isEqualTo(-1);
        assertThatThrownBy(() -> ExpectedCoverage.of(new double[] {0}, new double[][] {{1}}, 5, 0.2))
                .hasMessageContaining("no demand");
        assertThatThrownBy(() -> ExpectedCoverage.of(new double[] {1}, new double[][] {{1}}, 5, 1))
                .hasMessageContaining("busy");
    }
}
