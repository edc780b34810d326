package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.dispatch.coverage.CoverageNow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.plan.PlanVersion;
import org.openbeat.app.dispatch.plan.ResponsePlans;
import org.openbeat.app.dispatch.plan.WhatIf;
import org.openbeat.app.dispatch.position.Fix;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.dispatch.recommend.RankedUnits.RankedUnit;
import org.openbeat.app.dispatch.recommend.RankedUnits.Why;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which units go where, and that the log keeps who was recommended and who was sent. */
@OpenbeatTest
class ResponsePlansIT {
    @Autowired
    Dispatch dispatch;

    @Autowired
    ResponsePlans plans;

    @Autowired
    WhatIf whatIf;

    @Autowired
    CoverageNow coverage;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Room room;
    Actor chief;

    @BeforeEach
    void open() {
        room = new Room(dispatch);
        chief = room.staff(Role.STATION_CHIEF);
    }

    @Test
    void a_plan_is_published_as_the_next_version_and_the_ledger_knows() {
        plans.publish(chief, "fight: 3 units\n", "Fights grow", 0);
        plans.publish(chief, "fight: 4 units\n", "They grow more", 1);

        assertThat(plans.versions(room.dispatcher))
                .extracting(PlanVersion::version)
                .containsExactly(2, 1);
        assertThat(plans.inForce(room.agency).orElseThrow().text()).contains("4 units");
        assertThat(jdbc.sql("select count(*) from ledger.entry where subject_id = :agency and action = :action")
                        .param("agency", room.agency.value())
                        .param("action", "dispatch.response-plan-published")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        refused("plan-changed", () -> plans.publish(chief, "fight: 5 units\n", "Late", 1));
        refused("plan-invalid", () -> plans.publish(chief, "fight: many\n", "Wrong", 2));
        refused("plan-invalid", () -> plans.publish(chief, "no-such-type: 1 unit\n", "Wrong", 2));
        refused("text-missing", () -> plans.publish(chief, "fight: 5 units\n", " ", 2));
        refused("dispatch-role-required", () -> plans.publish(room.dispatcher, "*: 1 unit\n", "Mine", 2));
    }

    @Test
    void an_agency_without_a_plan_takes_that_of_the_one_above_and_no_stranger_takes_it() {
        plans.publish(chief, "*: 2 units\n", "For all", 0);

        assertThat(plans.inForce(new AgencyId(room.agency + "/north"))
                        .orElseThrow()
                        .agency())
                .isEqualTo(room.agency);
        assertThat(plans.inForce(new AgencyId(room.agency + "x"))).isEmpty();
        var stranger = Actor.staff("stranger", "Made Up", new AgencyId("elsewhere"), Set.of(Role.STATION_CHIEF));
        assertThat(plans.versions(stranger)).isEmpty();
    }

    @Test
    void what_the_list_of_types_says_is_a_plan_to_begin_with() {
        assertThat(plans.check(plans.beginning()).problems()).isEmpty();
    }

    @Test
    void the_plan_says_how_many_units_are_proposed() {
        for (var i = 0; i < 4; i++) {
            placed(40.001 + i / 1000.0);
        }
        var incident = room.incident("fight");
        assertThat(proposed(incident)).hasSize(2); // the list of types
        plans.publish(chief, "fight: 3 units\n*: 1 unit\n", "Fights grow", 0);
        assertThat(proposed(incident)).hasSize(3);
        assertThat(proposed(room.incident("noise"))).hasSize(1);
    }

    @Test
    void a_unit_on_its_way_to_something_less_urgent_is_proposed_only_when_the_plan_lets_it_be_taken() {
        var near = placed(40.0005);
        placed(40.2);
        room.assign(room.incident(new Priority(4)), near);
        var urgent = room.incident(new Priority(1));

        assertThat(proposed(urgent)).extracting(each -> each.unit().id()).doesNotContain(near);
        plans.publish(chief, "*: 1 unit\npriority 1 takes from 3-4: 60 s\n", "Life first", 0);
        assertThat(proposed(urgent)).extracting(each -> each.unit().id()).containsExactly(near);
        assertThat(proposed(urgent).getFirst().reasons()).contains(new Why("taken-from", "4"));
    }

    @Test
    void another_choice_than_the_recommended_one_is_kept_beside_it_and_asks_for_one_click_of_reason() {
        var near = placed(40.0005);
        var far = placed(40.1);
        var incident = room.incident("noise");
        assertThat(proposed(incident)).extracting(each -> each.unit().id()).containsExactly(near);

        var answer = room.assign(incident, far);
        assertThat(answer.notices()).extracting(Answer.Notice::code).contains(Answer.Notice.Code.OTHER_RECOMMENDED);
        var kept = entries(incident, LogKind.OTHER_CHOSEN).getFirst();
        assertThat(kept.get("unit")).isEqualTo(callSign(far));
        assertThat(kept.get("recommended")).isEqualTo(callSign(near));
        assertThat(room.statusOf(far)).isEqualTo(UnitStatus.ASSIGNED); // nothing waited for a reason

        room.perform(new Command.ExplainChoice(incident, far, ChoiceReason.KNOWS_THE_PLACE));
        assertThat(entries(incident, LogKind.CHOICE_EXPLAINED).getFirst()).containsEntry("reason", "KNOWS_THE_PLACE");
        refused(
                "unit-not-on-incident",
                () -> room.perform(new Command.ExplainChoice(incident, near, ChoiceReason.KNOWS_THE_PLACE)));
    }

    @Test
    void the_recommended_unit_is_sent_without_a_word() {
        var near = placed(40.0005);
        placed(40.1);
        var incident = room.incident("noise");
        var answer = room.assign(incident, near);

        assertThat(answer.notices())
                .extracting(Answer.Notice::code)
                .doesNotContain(Answer.Notice.Code.OTHER_RECOMMENDED);
        assertThat(entries(incident, LogKind.OTHER_CHOSEN)).isEmpty();
    }

    @Test
    void a_nearer_unit_that_is_not_proposed_says_why() {
        var near = placed(40.0005);
        placed(40.1);
        room.status(near, UnitStatus.UNAVAILABLE);
        var ranked = dispatch.recommend(room.dispatcher, room.incident("noise")).units();

        assertThat(ranked.stream()
                        .filter(each -> each.unit().id().equals(near))
                        .flatMap(each -> each.reasons().stream())
                        .map(Why::code))
                .contains("passed-over.not_available");
    }

    @Test
    void yesterdays_calls_are_played_through_with_both_plans() throws InterruptedException {
        placed(40.001);
        placed(40.01);
        room.incident("noise");
        var today = whatIf.yesterday().plusDays(1);
        var id = whatIf.ask(chief, today, "*: 2 units\n");
        while (whatIf.state(chief, id).result() == null
                && !whatIf.state(chief, id).failed()) {
            Thread.onSpinWait();
        }
        var found = whatIf.state(chief, id).result();

        assertThat(found).isNotNull();
        assertThat(found.calls()).isEqualTo(1);
        assertThat(found.units()).isEqualTo(2);
        assertThat(found.now().sent()).isEqualTo(1);
        assertThat(found.tried().sent()).isEqualTo(2);
        assertThat(found.rows()).hasSize(2);
        refused("what-if-unknown", () -> whatIf.state(room.dispatcher, id));
        refused("plan-invalid", () -> whatIf.ask(chief, today, "nonsense"));
    }

    @Test
    void a_phone_whose_clock_is_behind_does_not_stop_a_what_if() throws InterruptedException {
        var unit = placed(40.001);
        var incident = room.incident("noise");
        room.assign(incident, unit);
        var behind = clock.instant().minusSeconds(60);
        room.status(unit, UnitStatus.ON_SCENE);
        dispatch.perform(
                room.dispatcher, new Command.SetStatus(unit, UnitStatus.AVAILABLE, incident, behind), room.key());
        var id = whatIf.ask(chief, whatIf.yesterday().plusDays(1), "*: 2 units\n");
        while (whatIf.state(chief, id).result() == null
                && !whatIf.state(chief, id).failed()) {
            Thread.onSpinWait();
        }

        assertThat(whatIf.state(chief, id).failed()).isFalse();
    }

    @Test
    void coverage_is_for_the_room_and_answers_in_bounds() {
        placed(40.001);
        var now = coverage.of(room.dispatcher, 8, Locale.ENGLISH).orElseThrow();

        assertThat(now.onDuty()).isEqualTo(1);
        refused("dispatch-role-required", () -> coverage.of(room.officer(), 8, Locale.ENGLISH));
        refused("malformed-request", () -> coverage.of(room.dispatcher, 0, Locale.ENGLISH));
    }

    private UnitId placed(double latitude) {
        var unit = room.unit();
        var officer = room.officer();
        dispatch.perform(officer, new Command.SignOn(unit, null), room.key());
        var now = clock.instant();
        positions.acceptFromCrew(officer, Fix.of(latitude, -83.0, 5.0, 0.0, 0.0, now, now));
        return unit;
    }

    private List<RankedUnit> proposed(IncidentId incident) {
        return dispatch.recommend(room.dispatcher, incident).units().stream()
                .filter(RankedUnit::proposed)
                .toList();
    }

    private List<Map<String, String>> entries(IncidentId incident, LogKind kind) {
        return room.file(incident).log().stream()
                .filter(entry -> entry.kind() == kind)
                .map(entry -> entry.details())
                .toList();
    }

    private String callSign(UnitId unit) {
        return dispatch.board(room.dispatcher).units().stream()
                .filter(row -> row.id().equals(unit))
                .findFirst()
                .orElseThrow()
                .callSign();
    }

    private static void refused(String type, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
