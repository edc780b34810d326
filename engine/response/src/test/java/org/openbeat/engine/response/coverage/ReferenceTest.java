package org.openbeat.engine.response.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Expected coverage on the OR-Library's network pmed1 (J. E. Beasley, 1990), with the deployments stored beside it. */
class ReferenceTest {
    private static final Path NETWORK = Path.of("../../../shared/data/location/pmed1.txt");

    @Test
    void deployments_on_a_public_network_cover_what_was_computed_for_them() throws IOException {
        assumeThat(NETWORK)
                .as("the OR-Library's network is not beside the repository")
                .exists();
        var times = distances(Files.readString(NETWORK));

        assertThat(covered(times, 0.0, 1, 7, 57, 91, 99)).isCloseTo(37.0, within(1e-9));
        assertThat(covered(times, 0.3, 1, 7, 57, 91, 99)).isCloseTo(25.9, within(1e-9));
        assertThat(covered(times, 0.3, 1, 7, 50, 52, 57, 81, 91, 99)).isCloseTo(35.84, within(1e-9));
    }

    /** Each node has the demand 1; one unit at each node named, counted from 1; in reach is what is 40 away. */
    private static double covered(double[][] distances, double busy, int... nodes) {
        var demand = new double[distances.length];
        Arrays.fill(demand, 1);
        var units = Arrays.stream(nodes).mapToObj(node -> distances[node - 1]).toArray(double[][]::new);
        return ExpectedCoverage.of(demand, units, 40, busy).covered() * demand.length;
    }

    private static double[][] distances(String text) {
        var numbers = Arrays.stream(text.strip().split("\\s+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        var nodes = numbers[0];
        var distances = new double[nodes][nodes];
        for (var i = 0; i < nodes; i++) {
            Arrays.fill(distances[i], Double.POSITIVE_INFINITY);
            distances[i][i] = 0;
        }
        // of edges that stand there twice the last one holds
        for (var at = 3; at + 2 < numbers.length; at += 3) {
            distances[numbers[at] - 1][numbers[at + 1] - 1] = numbers[at + 2];
            distances[numbers[at + 1] - 1][numbers[at] - 1] = numbers[at + 2];
        }
        for (var via = 0; via < nodes; via++) {
            for (var from = 0; from < nodes; from++) {
                for (var to = 0; to < nodes; to++) {
                    distances[from][to] = Math.min(distances[from][to], distances[from][via] + distances[via][to]);
                }
            }
        }
        return distances;
    }
}
