package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.dispatch.events.RoadConditionId;
import org.openbeat.app.dispatch.roads.RoadCondition;
import org.openbeat.app.dispatch.roads.RoadConditions;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closed and slow roads, as the room sets them. */
@OpenbeatTest
class RoadsIT {
    @Autowired
    Dispatch dispatch;

    @Autowired
    Roads roads;

    @Autowired
    RoadConditions store;

    @Autowired
    JdbcClient jdbc;

    Room room;

    @BeforeEach
    void open() {
        room = new Room(dispatch);
    }

    @AfterEach
    void reopen() {
        roads.inForce(room.dispatcher).stream()
                .filter(road -> road.agency().equals(room.agency))
                .forEach(road -> roads.lift(room.dispatcher, road.id()));
    }

    @Test
    void a_road_is_closed_and_opened_again_and_the_ledger_knows_both() {
        var id = roads.set(room.dispatcher, tree(null, null));
        assertThat(road(id).isClosed()).isTrue();
        roads.lift(room.dispatcher, id);
        roads.lift(room.dispatcher, id); // Sent twice, told once.
        assertThat(roads.inForce(room.callTaker)).extracting(RoadCondition::id).doesNotContain(id);
        assertThat(jdbc.sql("""
                        select count(*) from ledger.entry
                        where action = 'dispatch.road-condition-changed' and subject_id = :id""")
                        .param("id", id.value().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_slow_road_ends_by_itself_after_its_hours() {
        var id = roads.set(room.dispatcher, tree(BigDecimal.valueOf(2.04), 4));
        var slow = road(id);
        assertThat(slow.timeFactor()).isEqualByComparingTo("2.0");
        var until = slow.until();
        assertThat(until).isEqualTo(slow.setAt().plusSeconds(4 * 3600));
        assertThat(store.inForce(until.minusSeconds(1)))
                .extracting(RoadCondition::id)
                .contains(id);
        assertThat(store.inForce(until)).extracting(RoadCondition::id).doesNotContain(id);
    }

    @Test
    void who_may_not_send_units_closes_no_road_and_a_foreign_room_opens_none() {
        refused("dispatch-role-required", () -> roads.set(room.callTaker, tree(null, null)));
        refused("dispatch-role-required", () -> roads.inForce(room.officer()));
        refused("road-condition-invalid", () -> roads.set(room.dispatcher, tree(BigDecimal.ZERO, null)));
        refused("road-condition-invalid", () -> roads.set(room.dispatcher, tree(null, 0)));
        var id = roads.set(room.dispatcher, tree(null, null));
        var stranger = Actor.staff("stranger", "Made Up", new AgencyId("elsewhere"), Set.of(Role.DISPATCHER));
        refused("road-condition-of-another-agency", () -> roads.lift(stranger, id));
        assertThat(roads.inForce(stranger)).extracting(RoadCondition::id).contains(id);
    }

    private RoadCondition road(RoadConditionId id) {
        return roads.inForce(room.callTaker).stream()
                .filter(road -> road.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static NewRoadCondition tree(BigDecimal factor, Integer hours) {
        return new NewRoadCondition(Room.SQUARE, 20, factor, "Market Square", "fallen tree", hours);
    }

    private static void refused(String type, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
