package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.position.Fix;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.dispatch.position.WrittenPositions;
import org.openbeat.app.dispatch.recommend.RankedUnits.Why;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.places.GeoBounds;
import org.openbeat.app.places.ImportedMap;
import org.openbeat.app.places.Places;
import org.openbeat.engine.response.PositionTrust;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A position that cannot be right is shown as such, and nobody is recommended for it as if it were. */
@OpenbeatTest
class PositionDoubtIT {
    @Autowired
    Dispatch dispatch;

    @Autowired
    Positions positions;

    @Autowired
    Places places;

    @Autowired
    WrittenPositions written;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Room room;
    UnitId unit;
    Actor officer;
    double south;

    @BeforeEach
    void open() {
        room = new Room(dispatch);
        unit = room.unit();
        officer = room.officer();
        dispatch.perform(officer, new Command.SignOn(unit, null), room.key());
        // in the middle of the map of the tests, if they have one
        south = places.map()
                .map(ImportedMap::bounds)
                .map(GeoBounds::centre)
                .orElse(Room.SQUARE)
                .latitude();
    }

    @Test
    void a_unit_that_jumps_is_doubted_until_three_positions_agree() {
        var now = clock.instant();
        tell(0, now.minusSeconds(8));
        assertThat(seen().trust()).isEqualTo(PositionTrust.GOOD);

        tell(0.006, now.minusSeconds(6)); // 670 m in two seconds
        assertThat(seen().trust()).isEqualTo(PositionTrust.JUMPED);
        tell(0.0061, now.minusSeconds(4));
        assertThat(seen().trust()).isEqualTo(PositionTrust.JUMPED);
        tell(0.0062, now.minusSeconds(2));
        assertThat(seen().trust()).isEqualTo(PositionTrust.GOOD);
    }

    @Test
    void a_doubted_position_is_never_written_as_the_last_one() {
        var now = clock.instant();
        tell(0, now.minusSeconds(8));
        tell(0.006, now.minusSeconds(6));
        written.write();

        assertThat(jdbc.sql("select latitude from dispatch.last_position where unit = :unit")
                        .param("unit", unit.value())
                        .query(Double.class)
                        .list())
                .doesNotContain(south + 0.006);
    }

    @Test
    void a_unit_that_jumped_once_and_is_back_was_never_away() {
        var now = clock.instant();
        tell(0, now.minusSeconds(8));
        tell(0.006, now.minusSeconds(6));
        tell(0.0001, now.minusSeconds(4));
        assertThat(seen().trust()).isEqualTo(PositionTrust.GOOD);
    }

    @Test
    void the_recommendation_tells_the_doubt() {
        var now = clock.instant();
        tell(0, now.minusSeconds(8));
        tell(0.006, now.minusSeconds(6));
        var ranked = dispatch.recommend(room.dispatcher, room.incident("noise")).units();

        assertThat(ranked.getFirst().reasons()).contains(new Why("position-jumped", ""));
    }

    private void tell(double north, Instant at) {
        var middle =
                places.map().map(ImportedMap::bounds).map(GeoBounds::centre).orElse(Room.SQUARE);
        positions.acceptFromCrew(
                officer, Fix.of(south + north, middle.longitude(), 5.0, 0.0, 0.0, at, clock.instant()));
    }

    private UnitRow.LastSeen seen() {
        return Objects.requireNonNull(dispatch.board(room.dispatcher).units().stream()
                .filter(row -> row.id().equals(unit))
                .findFirst()
                .orElseThrow()
                .position());
    }
}
