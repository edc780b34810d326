package org.openbeat.app.dispatch.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.app.dispatch.events.RoadConditionId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.RoadNetwork;
import org.openbeat.engine.response.TravelTime;

/** A closed street on a square of streets; the way round is nearly three times as long. */
class RoadsInForceTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final GeoPoint MIDDLE_OF_SOUTH = new GeoPoint(50.000, 8.005);

    @TempDir
    private Path folder;

    private final Stored stored = new Stored();

    @Test
    void a_closed_street_is_driven_round_from_the_next_question_on_and_open_again_when_it_is_lifted()
            throws IOException {
        try (var roads = RoadNetwork.open(town(), folder.resolve("roads"))) {
            var inForce = new RoadsInForce(() -> roads, stored, Clock.fixed(NOON, ZoneOffset.UTC));
            assertThat(alongSouth(inForce).metres()).isLessThan(700);
            stored.conditions.add(condition(null));
            inForce.refresh();
            assertThat(alongSouth(inForce).metres()).isGreaterThan(1500);
            stored.conditions.clear();
            inForce.refresh();
            assertThat(alongSouth(inForce).metres()).isLessThan(700);
        }
    }

    @Test
    void slow_roads_take_as_many_times_as_long_and_a_map_opened_later_knows_them_too() throws IOException {
        try (var first = RoadNetwork.open(town(), folder.resolve("roads"));
                var second = RoadNetwork.open(town(), folder.resolve("roads"))) {
            var maps = new ArrayList<>(List.of(first));
            var inForce = new RoadsInForce(maps::getLast, stored, Clock.fixed(NOON, ZoneOffset.UTC));
            var usual = alongSouth(inForce).duration();
            stored.conditions.add(condition(BigDecimal.valueOf(1.5)));
            inForce.refresh();
            assertThat(alongSouth(inForce).duration()).isBetween(usual, usual.multipliedBy(2));
            var slow = alongSouth(inForce).duration();
            assertThat(slow).isGreaterThan(usual.plus(Duration.ofSeconds(10)));
            maps.add(second);
            assertThat(alongSouth(inForce).duration()).isEqualTo(slow);
        }
    }

    private static TravelTime alongSouth(RoadsInForce roads) {
        return roads.network()
                .route(new Point(50.000, 7.9995), new Point(50.000, 8.0085))
                .time();
    }

    private static RoadCondition condition(@Nullable BigDecimal factor) {
        return new RoadCondition(
                new RoadConditionId(new UUID(1, 2)),
                new AgencyId("city"),
                MIDDLE_OF_SOUTH,
                20,
                factor,
                "South Street",
                "fallen tree",
                NOON,
                null);
    }

    private Path town() throws IOException {
        return Files.writeString(folder.resolve("town.osm"), """
                <?xml version="1.0"?>
                <osm version="0.6">
                  <node id="1" lat="50.000" lon="8.000"/><node id="2" lat="50.000" lon="8.008"/>
                  <node id="3" lat="50.005" lon="8.008"/><node id="4" lat="50.005" lon="8.000"/>
                  <node id="5" lat="50.000" lon="7.999"/><node id="6" lat="50.000" lon="8.009"/>
                  <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
                  <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
                  <way id="5"><nd ref="3"/><nd ref="4"/><nd ref="1"/><tag k="highway" v="residential"/></way>
                  <way id="3"><nd ref="5"/><nd ref="1"/><tag k="highway" v="residential"/></way>
                  <way id="4"><nd ref="2"/><nd ref="6"/><tag k="highway" v="residential"/></way>
                </osm>
                """);
    }

    /** Conditions in memory. */
    private static final class Stored implements RoadConditions {
        private final List<RoadCondition> conditions = new ArrayList<>();

        @Override
        public void add(RoadCondition condition) {
            conditions.add(condition);
        }

        @Override
        public boolean lift(RoadConditionId id, Instant at) {
            return conditions.removeIf(each -> each.id().equals(id));
        }

        @Override
        public Optional<RoadCondition> find(RoadConditionId id) {
            return conditions.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public List<RoadCondition> inForce(Instant at) {
            return List.copyOf(conditions);
        }
    }
}
