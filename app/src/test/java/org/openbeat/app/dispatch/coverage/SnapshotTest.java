package org.openbeat.app.dispatch.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.Beat;

class SnapshotTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final AgencyId TOWN = new AgencyId("town");
    private static final List<Beat> BEATS = List.of(beat("n1"), beat("s1"));
    private static final UnitRow FIRST = unit("a");
    private static final UnitRow SECOND = unit("b");

    @Test
    void a_beat_that_two_free_units_reach_is_covered_unless_both_are_busy() {
        var snapshot = snapshot(2, new double[][] {{100, 900}, {200, 300}}, new DemandHistory.Load(1, 2));
        var coverage = snapshot.coverage(8, Locale.ENGLISH);

        // two on duty, one busy on average: q = 0.5; three quarters of the calls come from n1
        assertThat(coverage.busy()).isEqualTo(0.5);
        assertThat(coverage.covered()).isCloseTo(0.75 * 0.75 + 0.25 * 0.5, within(1e-12));
        assertThat(coverage.areas()).extracting(Coverage.Area::beat).containsExactly("S1", "N1");
        assertThat(snapshot.lostWithout(8).get(SECOND.id())).isCloseTo(0.75 * 0.25 + 0.25 * 0.5, within(1e-12));
        assertThat(coverage.losses()).extracting(Coverage.Loss::callSign).containsExactly("b", "a");
    }

    @Test
    void a_unit_with_work_covers_nothing_and_still_counts_in_the_model() {
        var coverage = snapshot(1, new double[][] {{100, 100}, {200, 300}}, new DemandHistory.Load(1, 2))
                .coverage(8, Locale.ENGLISH);

        assertThat(coverage.losses()).hasSize(1);
        assertThat(coverage.model()).isNotNull();
        assertThat(coverage.model().exact()).isTrue();
        // M/M/2 with rho 1/2: a call waits with the probability 1/3
        assertThat(coverage.model().waits()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void without_history_there_is_no_model_and_with_more_work_than_units_none_either() {
        var times = new double[][] {{1, 1}, {1, 1}};
        assertThat(snapshot(2, times, new DemandHistory.Load(0, 0))
                        .coverage(8, Locale.ENGLISH)
                        .model())
                .isNull();
        assertThat(snapshot(2, times, new DemandHistory.Load(5, 9))
                        .coverage(8, Locale.ENGLISH)
                        .model())
                .isNull();
        assertThat(snapshot(2, times, new DemandHistory.Load(5, 9)).busy()).isEqualTo(0.95);
    }

    private static Snapshot snapshot(int free, double[][] seconds, DemandHistory.Load load) {
        return new Snapshot(NOW, BEATS, new double[] {3, 1}, List.of(FIRST, SECOND), free, seconds, true, 2, load);
    }

    private static Beat beat(String code) {
        return new Beat(new BeatCode(code.toUpperCase(Locale.ROOT)), code, null, TOWN, null, new GeoPoint(40, -83));
    }

    private static UnitRow unit(String callSign) {
        return new UnitRow(
                new UnitId(UUID.nameUUIDFromBytes(callSign.getBytes(StandardCharsets.UTF_8))),
                callSign,
                "van",
                TOWN,
                Set.of(),
                UnitStatus.AVAILABLE,
                NOW,
                UnitStatus.Sendability.FREE,
                NOW,
                null,
                List.of(),
                List.of(),
                null,
                1);
    }
}
