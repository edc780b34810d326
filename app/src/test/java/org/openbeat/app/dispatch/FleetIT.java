package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The units that there are, as the room keeps them. */
@OpenbeatTest
class FleetIT {
    @Autowired
    Dispatch dispatch;

    @Autowired
    Fleet fleet;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient jdbc;

    Room room;

    @BeforeEach
    void open() {
        room = new Room(dispatch);
    }

    @Test
    void a_unit_learns_and_forgets_what_it_can_do_and_the_ledger_knows() {
        var unit = room.offDuty("patrol-car");
        fleet.equip(room.dispatcher, unit, Set.of("traffic", "first-aid"));
        assertThat(fleet.unit(room.dispatcher, unit).skills()).containsExactlyInAnyOrder("traffic", "first-aid");
        fleet.equip(room.dispatcher, unit, Set.of("traffic"));
        fleet.equip(room.dispatcher, unit, Set.of("traffic")); // Sent twice, told once.
        assertThat(fleet.unit(room.dispatcher, unit).skills()).containsExactly("traffic");
        assertThat(told(unit, "dispatch.unit-equipped")).isEqualTo(2);
        refused("skills-invalid", () -> fleet.equip(room.dispatcher, unit, Set.of("<b>")));
    }

    @Test
    void a_retired_unit_is_gone_its_device_too_and_its_call_sign_is_free() {
        var unit = room.unit();
        var callSign = fleet.unit(room.dispatcher, unit).callSign();
        positions.issue(room.dispatcher, unit, "Tracker");
        refused("unit-on-duty", () -> fleet.retire(room.dispatcher, unit));
        refused("call-sign-taken", () -> dispatch.register(room.dispatcher, named(callSign)));

        room.perform(new Command.SignOff(unit));
        fleet.retire(room.dispatcher, unit);
        assertThat(fleet.units(room.dispatcher)).extracting(Unit::id).doesNotContain(unit);
        assertThat(dispatch.board(room.dispatcher).units()).isEmpty();
        assertThat(jdbc.sql("select count(*) from dispatch.device where unit = :unit and revoked_at is null")
                        .param("unit", unit.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(told(unit, "dispatch.unit-retired")).isOne();
        refused("unit-not-found", () -> fleet.retire(room.dispatcher, unit));
        assertThat(dispatch.register(room.dispatcher, named(callSign))).isNotEqualTo(unit);
    }

    @Test
    void units_of_another_agency_are_not_there_and_crews_keep_no_fleet() {
        var unit = room.offDuty("van");
        var stranger = Actor.staff("stranger", "Made Up", new AgencyId("elsewhere"), Set.of(Role.DISPATCHER));
        assertThat(fleet.units(stranger)).extracting(Unit::id).doesNotContain(unit);
        refused("unit-not-found", () -> fleet.equip(stranger, unit, Set.of("traffic")));
        refused("unit-not-found", () -> fleet.retire(stranger, unit));
        refused("dispatch-role-required", () -> fleet.units(room.officer()));
    }

    private NewUnit named(String callSign) {
        return new NewUnit(callSign, "patrol-car", room.agency, Set.of());
    }

    private int told(UnitId unit, String action) {
        return jdbc.sql("select count(*) from ledger.entry where subject_id = :unit and action = :action")
                .param("unit", unit.value().toString())
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private static void refused(String type, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
