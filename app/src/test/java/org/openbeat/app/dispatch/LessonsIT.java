package org.openbeat.app.dispatch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.IncidentSearch;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.contractor.ContractorService;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.rollcall.RollCall;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What users of comparable systems complained of, each as a test; the numbers are those of the list of lessons. */
@OpenbeatTest
class LessonsIT {
    @Autowired
    Dispatch dispatch;

    @Autowired
    Access access;

    @Autowired
    Housekeeping housekeeping;

    @Autowired
    RollCalling rollCalling;

    @Autowired
    Rotation rotation;

    @Autowired
    Volunteers volunteers;

    @Autowired
    JdbcClient jdbc;

    Room room;

    @BeforeEach
    void open() {
        room = new Room(dispatch);
    }

    @Test
    void R3_a_chain_of_duplicates_leads_to_one_authoritative_incident() {
        var a = room.incident();
        var b = room.incident();
        var c = room.incident();
        room.perform(new Command.Join(c, b));
        room.perform(new Command.Join(b, a));
        var d = room.incident();
        room.perform(new Command.Join(d, c));

        for (var duplicate : List.of(b, c, d)) {
            assertThat(room.file(duplicate).row().duplicateOf()).isEqualTo(a);
            assertThat(room.file(duplicate).row().status()).isEqualTo(IncidentStatus.CLOSED);
            assertThat(kinds(duplicate)).contains(LogKind.JOINED_TO);
        }
        assertThat(room.file(a).duplicates()).hasSize(3);
        assertThat(kinds(a)).contains(LogKind.JOINED_BY);
        assertRefused("incident-joined-in-a-ring", () -> room.perform(new Command.Join(a, d)));
        assertThat(room.file(a).row().status()).isEqualTo(IncidentStatus.WAITING);
    }

    @Test
    void R4_the_same_note_sent_nine_times_is_written_once() {
        var incident = room.incident();
        var key = room.key();
        var note = new Command.Note(incident, "A window broke", null);
        var first = dispatch.perform(room.dispatcher, note, key);
        for (int i = 0; i < 8; i++) {
            var again = dispatch.perform(room.dispatcher, note, key);
            assertThat(again.entry()).isEqualTo(first.entry());
            assertThat(again.repeated()).isTrue();
        }
        assertThat(kinds(incident)).containsOnlyOnce(LogKind.NOTE);
        assertRefused(
                "command-key-reused",
                () -> dispatch.perform(room.dispatcher, new Command.Note(incident, "Another", null), key));
    }

    @Test
    void R10_a_busy_unit_keeps_its_first_work_whatever_else_it_is_given() {
        var first = room.incident();
        var second = room.incident();
        var unit = room.unit();
        room.assign(first, unit);
        room.status(unit, UnitStatus.EN_ROUTE);

        assertRefused("unit-busy", () -> room.assign(second, unit));
        room.perform(new Command.Assign(second, unit, Manner.STACK, false));

        assertThat(row(unit).status()).isEqualTo(UnitStatus.EN_ROUTE);
        assertThat(row(unit).work())
                .extracting(UnitRow.Work::incident, UnitRow.Work::stage)
                .containsExactly(tuple(first, Stage.EN_ROUTE), tuple(second, Stage.STACKED));
        assertThat(room.file(second).row().status()).isEqualTo(IncidentStatus.WAITING);
    }

    @Test
    void R10_taking_a_unit_off_its_work_on_purpose_puts_that_work_next() {
        var first = room.incident();
        var urgent = room.incident("robbery");
        var unit = room.unit();
        room.assign(first, unit);
        room.status(unit, UnitStatus.ON_SCENE);
        room.perform(new Command.Assign(urgent, unit, Manner.PREEMPT, true));

        assertThat(row(unit).work()).extracting(UnitRow.Work::incident).containsExactly(urgent, first);
        assertThat(room.file(first).row().status()).isEqualTo(IncidentStatus.ATTENDED);
        var cleared = room.status(unit, UnitStatus.AVAILABLE);
        assertThat(cleared.notices()).extracting(Answer.Notice::code).containsExactly(Answer.Notice.Code.NEXT_IN_STACK);
        assertThat(row(unit).status()).isEqualTo(UnitStatus.ASSIGNED);
        assertThat(row(unit).work()).extracting(UnitRow.Work::incident).containsExactly(first);
    }

    @Test
    void R11_unavailable_is_never_sent_and_inform_only_after_asking() {
        var incident = room.incident();
        var broken = room.unit();
        room.status(broken, UnitStatus.UNAVAILABLE);
        assertRefused("unit-unavailable", () -> room.assign(incident, broken));
        assertRefused(
                "unit-unavailable", () -> room.perform(new Command.Assign(incident, broken, Manner.PREEMPT, true)));

        var resting = room.unit();
        room.status(resting, UnitStatus.ON_BREAK);
        assertRefused("unit-ask-first", () -> room.assign(incident, resting));
        room.perform(new Command.Assign(incident, resting, Manner.NOW, true));
        assertThat(row(resting).status()).isEqualTo(UnitStatus.ASSIGNED);
    }

    @Test
    void R12_the_severity_shown_at_entry_is_stored_and_read_by_every_list_for_every_type() {
        for (var type : dispatch.catalogue().incidentTypes()) {
            var taken =
                    dispatch.takeCall(room.callTaker, room.call(type.code(), "Severity " + type.code()), room.key());
            var id = taken.incident();
            assertThat(taken.priority()).isEqualTo(type.priority());
            assertThat(onBoard(id).priority()).isEqualTo(type.priority());
            assertThat(room.file(id).row().priority()).isEqualTo(type.priority());
            assertThat(dispatch.history(room.dispatcher, search(taken.number()))
                            .items()
                            .getFirst()
                            .priority())
                    .isEqualTo(type.priority());
            assertThat(jdbc.sql("select priority from dispatch.incident where id = :id")
                            .param("id", id.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(type.priority().level());
        }
    }

    @Test
    void R13_a_status_change_leaves_the_same_traces_from_whichever_screen_it_comes() {
        var officer = room.officer();
        var crewed = room.offDuty("patrol-car");
        dispatch.perform(officer, new Command.SignOn(crewed, null), room.key());
        var traces = List.of(
                traces(room.unit(), room.dispatcher),
                traces(crewed, officer),
                traces(room.unit(), room.staff(Role.COMMANDER)));
        assertThat(traces).containsOnly(traces.getFirst());
        assertThat(traces.getFirst())
                .startsWith("UNIT_EN_ROUTE dispatch.unit-en-route")
                .contains("INCIDENT", "UNIT");
    }

    private String traces(UnitId unit, Actor by) {
        var incident = room.incident();
        room.assign(incident, unit);
        long before = dispatch.board(room.dispatcher).sequence();
        dispatch.perform(by, new Command.SetStatus(unit, UnitStatus.EN_ROUTE, null, null), room.key());
        var changed = jdbc.sql("""
                        select string_agg(kind, ',' order by kind) from dispatch.change
                        where sequence > :before and subject in (:incident, :unit)""")
                .param("before", before)
                .param("incident", incident.value())
                .param("unit", unit.value())
                .query(String.class)
                .single();
        return room.file(incident).log().getLast().kind() + " " + lastAct(incident) + " " + changed;
    }

    private String lastAct(IncidentId incident) {
        return jdbc.sql("""
                        select action from ledger.entry where subject_id = :id and action like 'dispatch.%'
                        order by recorded_at desc, id desc limit 1""")
                .param("id", incident.toString())
                .query(String.class)
                .single();
    }

    @Test
    void R14_reopening_clears_an_armed_closing_and_each_closing_by_timer_is_told() {
        var incident = room.incident();
        room.perform(new Command.CloseLater(incident, "no-trace", Duration.ZERO));
        housekeeping.closeDue();
        assertThat(room.file(incident).row().status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(kinds(incident)).endsWith(LogKind.CLOSE_ARMED, LogKind.CLOSED_BY_TIMER);
        assertThat(lastAct(incident)).isEqualTo("dispatch.incident-closed");

        room.perform(new Command.Reopen(incident, "It began again"));
        room.perform(new Command.CloseLater(incident, "no-trace", Duration.ofMinutes(30)));
        room.perform(new Command.Close(incident, "settled", null));
        room.perform(new Command.Reopen(incident, "And again"));
        assertThat(room.file(incident).row().closeDueAt()).isNull();
        housekeeping.closeDue();
        assertThat(room.file(incident).row().status()).isEqualTo(IncidentStatus.WAITING);
    }

    @Test
    void R14_sending_a_unit_disarms_a_closing() {
        var incident = room.incident();
        room.perform(new Command.CloseLater(incident, "no-trace", Duration.ZERO));
        room.assign(incident, room.unit());
        housekeeping.closeDue();
        assertThat(room.file(incident).row().status()).isEqualTo(IncidentStatus.DISPATCHED);
        assertThat(kinds(incident)).contains(LogKind.CLOSE_DISARMED);
    }

    @Test
    void R16_staff_off_duty_cannot_change_the_status_of_a_unit() {
        var officer = room.officer();
        var unit = room.unit();
        var change = new Command.SetStatus(unit, UnitStatus.UNAVAILABLE, null, null);
        assertRefused("not-in-this-unit", () -> dispatch.perform(officer, change, room.key()));
        dispatch.perform(officer, new Command.SignOn(unit, null), room.key());
        dispatch.perform(officer, change, room.key());
        dispatch.perform(officer, new Command.SignOff(unit), room.key());
        assertThat(row(unit).status()).isEqualTo(UnitStatus.OFF_DUTY);
        assertRefused("not-in-this-unit", () -> dispatch.perform(officer, change, room.key()));
        assertRefused("unit-off-duty", () -> room.status(unit, UnitStatus.AVAILABLE));
        assertRefused("unit-unavailable", () -> room.assign(room.incident(), unit));
    }

    @Test
    void R18_a_closed_incident_keeps_all_notes_and_what_every_unit_did() {
        var incident = room.incident();
        var unit = room.unit();
        room.assign(incident, unit);
        room.status(unit, UnitStatus.ON_SCENE);
        room.status(unit, UnitStatus.TRANSPORTING);
        var note = room.perform(new Command.Note(incident, "Wrong door", null));
        room.perform(new Command.Strike(incident, requireNonNull(note.entry()), "Other address"));
        var before = room.file(incident).log();
        room.perform(new Command.Close(incident, "report", "Written up"));

        var file = room.file(incident);
        assertThat(file.log()).containsAll(before);
        assertThat(file.log())
                .filteredOn(entry -> entry.struck() != null)
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).isEqualTo("Wrong door"));
        assertThat(file.assignments()).singleElement().satisfies(assigned -> {
            assertThat(assigned.onSceneAt()).isNotNull();
            assertThat(assigned.transportingAt()).isNotNull();
            assertThat(assigned.endedAt()).isNotNull();
        });
    }

    @Test
    void R19_a_default_status_that_some_unit_does_not_own_is_refused() {
        room.offDuty("patrol-car");
        room.perform(new Command.SetDutyDefault(room.agency, UnitStatus.ON_BREAK));
        assertThat(row(room.unit()).status()).isEqualTo(UnitStatus.ON_BREAK);
        var supervisor = room.offDuty("supervisor");
        assertRefused(
                "unit-status-not-owned",
                () -> room.perform(new Command.SetDutyDefault(room.agency, UnitStatus.ON_BREAK)));
        room.perform(new Command.SignOn(supervisor, null));
        assertThat(row(supervisor).status()).isEqualTo(UnitStatus.AVAILABLE);
    }

    @Test
    void R20_what_is_closed_refuses_every_change_until_it_is_reopened_with_a_reason() {
        var incident = room.incident();
        var other = room.incident();
        var unit = room.unit();
        room.perform(new Command.Close(incident, "settled", null));
        int entries = room.file(incident).log().size();
        List.<Command>of(
                        new Command.Reclassify(incident, "noise", null, null),
                        new Command.Prioritise(incident, new Priority(1), null),
                        new Command.Relocate(incident, "2 Mill Street", Room.SQUARE, LocationTrust.EXACT, null),
                        new Command.ConfirmLocation(incident),
                        new Command.HandOver(incident, room.agency, true, "Theirs"),
                        new Command.Claim(incident, true),
                        new Command.Close(incident, "settled", null),
                        new Command.CloseLater(incident, "settled", Duration.ofMinutes(1)),
                        new Command.Assign(incident, unit, Manner.NOW, true),
                        new Command.Assign(incident, unit, Manner.STACK, true))
                .forEach(change -> assertRefused("incident-closed", () -> room.perform(change)));
        assertThat(room.file(incident).log()).hasSize(entries);
        assertRefused("text-missing", () -> room.perform(new Command.Reopen(incident, " ")));
        assertRefused("incident-open-already", () -> room.perform(new Command.Reopen(other, "It goes on")));
        room.perform(new Command.Reopen(incident, "It began again"));
        room.assign(incident, unit);
        assertThat(room.file(incident).row().status()).isEqualTo(IncidentStatus.DISPATCHED);
    }

    @Test
    void whoever_sends_first_has_the_incident_and_a_second_person_takes_it_over_on_purpose() {
        var incident = room.incident();
        var second = room.staff(Role.DISPATCHER);
        room.assign(incident, room.unit());
        assertThat(requireNonNull(onBoard(incident).claim()).name()).isEqualTo("Pat Example");
        var send = new Command.Assign(incident, room.unit(), Manner.NOW, true);
        assertRefused("incident-in-hand", () -> dispatch.perform(second, send, room.key()));
        assertRefused(
                "incident-in-hand", () -> dispatch.perform(second, new Command.Claim(incident, false), room.key()));
        assertThat(room.file(incident).assignments()).hasSize(1);

        dispatch.perform(second, new Command.Claim(incident, true), room.key());
        dispatch.perform(second, send, room.key());

        assertThat(room.file(incident).assignments()).hasSize(2);
        assertThat(kinds(incident)).contains(LogKind.TAKEN_OVER);
        assertRefused("incident-not-in-hand", () -> room.perform(new Command.Unclaim(incident)));
        dispatch.perform(second, new Command.Unclaim(incident), room.key());
        assertThat(onBoard(incident).claim()).isNull();
    }

    @Test
    void R21_an_incident_opened_by_the_parent_is_seen_by_the_agency_that_must_answer_it() {
        var city = new AgencyId("city-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, city, "A made-up city", null);
        access.addAgency(Actor.SYSTEM, new AgencyId(city + "/north"), "Its north", null);
        var parent = new Room(dispatch, city);
        var north = new Room(dispatch, new AgencyId(city + "/north"));
        var south = new Room(dispatch, new AgencyId(city + "/south"));
        var call = new NewCall(
                null,
                null,
                "North gate",
                Room.SQUARE,
                LocationTrust.EXACT,
                "fight",
                null,
                "Shouting",
                north.agency,
                null,
                null);
        var taken = dispatch.takeCall(parent.callTaker, call, parent.key());

        assertRefused(
                "agency-unknown",
                () -> parent.perform(new Command.HandOver(taken.incident(), new AgencyId("nobody"), false, "Theirs")));
        assertThat(taken.visibleTo()).contains(north.agency.value(), city.value());
        assertThat(dispatch.board(north.dispatcher).incidents())
                .extracting(IncidentRow::id)
                .contains(taken.incident());
        assertThat(dispatch.board(parent.dispatcher).incidents())
                .extracting(IncidentRow::id)
                .contains(taken.incident());
        assertThat(dispatch.board(south.dispatcher).incidents()).isEmpty();
        assertThat(dispatch.board(south.dispatcher).hidden()).isPositive();
        assertRefused("incident-of-another-agency", () -> dispatch.file(south.dispatcher, taken.incident()));

        var unit = south.unit();
        dispatch.perform(
                parent.dispatcher, new Command.Assign(taken.incident(), unit, Manner.NOW, false), parent.key());
        assertThat(dispatch.board(south.dispatcher).incidents())
                .extracting(IncidentRow::id)
                .contains(taken.incident());
    }

    @Test
    void R23_helpers_check_in_and_out_by_a_code_without_an_account_and_their_hours_export() {
        var incident = room.incident();
        volunteers.open(room.dispatcher, incident, "Town hall, side door");
        var desk = volunteers.helpers(room.dispatcher, incident).desks().getFirst();
        var own = volunteers.checkIn(desk.secret(), "=1+1\nHal Helper");
        var stays = volunteers.checkIn(desk.secret(), "Ida Helper");
        volunteers.checkOut(desk.secret(), own);
        volunteers.checkOut(desk.secret(), own);
        assertRefused("text-missing", () -> volunteers.checkIn(desk.secret(), " "));

        assertThat(volunteers.export(room.dispatcher, incident).lines().toList())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).isEqualTo("\"'=1+1"))
                .anySatisfy(line -> assertThat(line).startsWith("Hal Helper\",").endsWith(",0"))
                .anySatisfy(line -> assertThat(line).startsWith("Ida Helper,").contains(",,"));
        assertThat(lastAct(incident)).isEqualTo("dispatch.volunteer-hours-exported");
        assertRefused("incident-of-another-agency", () -> volunteers.helpers(new Room(dispatch).dispatcher, incident));

        volunteers.close(room.dispatcher, incident, desk.id());
        assertRefused("volunteer-desk-not-found", () -> volunteers.helper(desk.secret(), stays));
        assertThat(volunteers.helpers(room.dispatcher, incident).shifts())
                .allSatisfy(shift -> assertThat(shift.leftAt()).isNotNull());
    }

    @Test
    void R23_a_desk_for_helpers_ends_with_its_incident_so_that_no_name_comes_after_what_is_erased() {
        var incident = room.incident();
        var original = room.incident();
        var joined = room.incident();
        for (var each : List.of(incident, joined)) {
            volunteers.open(room.dispatcher, each, "Town hall");
        }
        var desk = volunteers.helpers(room.dispatcher, incident).desks().getFirst();
        var stays = volunteers.checkIn(desk.secret(), "Ida Helper");
        var other = volunteers.helpers(room.dispatcher, joined).desks().getFirst();

        room.perform(new Command.Close(incident, "settled", null));
        room.perform(new Command.Join(joined, original));

        assertRefused("volunteer-desk-not-found", () -> volunteers.checkIn(desk.secret(), "Late Helper"));
        assertRefused("volunteer-desk-not-found", () -> volunteers.helper(desk.secret(), stays));
        assertRefused("volunteer-desk-not-found", () -> volunteers.checkIn(other.secret(), "Late Helper"));
        assertThat(volunteers.helpers(room.dispatcher, incident).shifts())
                .singleElement()
                .satisfies(shift -> assertThat(shift.leftAt()).isNotNull());

        room.perform(new Command.Reopen(incident, "Not over"));
        assertRefused("volunteer-desk-not-found", () -> volunteers.checkIn(desk.secret(), "Late Helper"));
    }

    @Test
    void R24_firms_are_called_in_fair_order_and_passing_one_over_needs_a_reason_and_costs_it_nothing() {
        var first = rotation.add(room.dispatcher, ContractorService.TOWING, "First Made-up Towing", "555 0101");
        var second = rotation.add(room.dispatcher, ContractorService.TOWING, "Second Made-up Towing", "555 0102");
        var incident = room.incident();
        assertThat(next(incident)).isEqualTo(first);
        assertRefused("contractor-not-next", () -> room.perform(new Command.CallContractor(incident, second, null)));
        assertRefused("text-missing", () -> room.perform(new Command.CallContractor(incident, first, " ")));
        room.perform(new Command.CallContractor(incident, first, "Did not answer"));
        room.perform(new Command.CallContractor(incident, second, null));
        assertThat(room.file(incident).log())
                .filteredOn(entry -> entry.kind() == LogKind.CONTRACTOR_SKIPPED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).isEqualTo("Did not answer"));

        var later = room.incident();
        assertThat(next(later))
                .as("passed over, and still before the one that had the work")
                .isEqualTo(first);
        room.perform(new Command.CallContractor(later, first, null));
        assertThat(next(room.incident())).isEqualTo(second);
        assertThat(rotation.list(new Room(dispatch).dispatcher)).isEmpty();
    }

    private UUID next(IncidentId incident) {
        return rotation.next(room.dispatcher, incident).getFirst().id();
    }

    @Test
    void R25_a_roll_call_runs_by_itself_leaves_closed_incidents_alone_and_says_who_was_not_asked_and_why() {
        var incident = room.incident();
        var closed = room.incident();
        var there = room.unit();
        var coming = room.unit();
        var gone = room.unit();
        room.assign(incident, there);
        room.assign(incident, coming);
        room.assign(closed, gone);
        room.status(there, UnitStatus.ON_SCENE);
        room.status(coming, UnitStatus.EN_ROUTE);
        room.status(gone, UnitStatus.ON_SCENE);
        room.perform(new Command.Close(closed, "settled", null));
        rollCalling.callDue();
        assertThat(room.file(incident).rollCall()).as("not before it is due").isNull();
        letPass(incident, Duration.ofMinutes(21));
        letPass(closed, Duration.ofMinutes(21));

        rollCalling.callDue();
        rollCalling.callDue();

        assertThat(room.file(closed).rollCall()).isNull();
        var call = requireNonNull(room.file(incident).rollCall());
        assertThat(call.silent()).extracting(RollCall.Asked::unit).containsExactly(there);
        assertThat(call.excluded()).containsExactly(entry(row(coming).callSign(), "EN_ROUTE"));
        assertThat(kinds(incident)).containsOnlyOnce(LogKind.ROLL_CALL);
        assertThat(lastAct(incident)).isEqualTo("dispatch.incident-changed");

        var before = call.at().minus(Duration.ofMinutes(6));
        assertRefused("roll-call-not-asked", () -> room.perform(new Command.Well(incident, there, before)));
        assertThat(requireNonNull(room.file(incident).rollCall()).silent())
                .as("what an offline phone tells late silences no alarm")
                .hasSize(1);
        rollCalling.call(incident, call.at().plusSeconds(1));
        assertThat(kinds(incident)).as("another server was first").containsOnlyOnce(LogKind.ROLL_CALL);

        room.perform(new Command.Well(incident, there, null));
        assertThat(requireNonNull(room.file(incident).rollCall()).silent()).isEmpty();
        assertRefused("roll-call-not-asked", () -> room.perform(new Command.Well(incident, coming, null)));
    }

    private void letPass(IncidentId incident, Duration time) {
        jdbc.sql("""
                        update dispatch.assignment set on_scene_at = on_scene_at - cast(:seconds || ' seconds' as interval)
                        where incident = :id""")
                .param("seconds", Long.toString(time.toSeconds()))
                .param("id", incident.value())
                .update();
    }

    @Test
    void R28_cancelling_one_unit_never_cancels_another() {
        var incident = room.incident();
        var one = room.unit();
        var two = room.unit();
        var elsewhere = room.incident();
        room.assign(incident, one);
        room.assign(incident, two);
        room.perform(new Command.Assign(elsewhere, one, Manner.STACK, false));
        room.status(two, UnitStatus.EN_ROUTE);

        room.perform(new Command.CancelUnit(incident, one, "Too far"));

        assertThat(row(two).status()).isEqualTo(UnitStatus.EN_ROUTE);
        assertThat(row(two).work()).hasSize(1);
        assertThat(room.file(incident).row().status()).isEqualTo(IncidentStatus.EN_ROUTE);
        assertThat(row(one).work()).extracting(UnitRow.Work::incident).containsExactly(elsewhere);
        assertThat(row(one).status()).isEqualTo(UnitStatus.ASSIGNED);
    }

    @Test
    void R29_the_length_and_the_age_of_the_queue_are_on_the_board() {
        var oldest = room.incident();
        var late = new Priority(1);
        room.incident(late);
        jdbc.sql("update dispatch.incident set waiting_since = waiting_since - interval '2 hours' where id = :id")
                .param("id", oldest.value())
                .update();
        var waiting = dispatch.board(room.dispatcher).waiting();
        assertThat(waiting.count()).isEqualTo(2);
        assertThat(waiting.overdue()).isEqualTo(1);
        assertThat(waiting.oldestSince()).isEqualTo(onBoard(oldest).waitingSince());
    }

    @Test
    void R31_instants_are_stored_in_utc_and_shown_in_the_zone_of_the_incident() {
        var row = onBoard(room.incident());
        assertThat(row.zone()).isEqualTo("America/New_York");
        assertThat(row.number())
                .startsWith(row.openedAt().atZone(ZoneId.of(row.zone())).toLocalDate() + "/");
        assertThat(jdbc.sql("""
                                select count(*) from information_schema.columns
                                where table_schema = 'dispatch' and data_type = 'timestamp without time zone'
                                    and table_name <> 'flyway_schema_history'""").query(Integer.class).single()).isZero();
    }

    @Test
    void R43_the_sequence_is_the_order_whatever_the_times_say() {
        var incident = room.incident();
        var now = room.file(incident).row().openedAt();
        room.perform(new Command.Note(incident, "Second to happen", now.minusSeconds(60)));
        room.perform(new Command.Note(incident, "First to happen", now.minusSeconds(120)));
        room.perform(new Command.Note(incident, "At the same time", now.minusSeconds(120)));
        var log = room.file(incident).log();
        assertThat(log).extracting(IncidentFile.LogEntry::sequence).containsExactly(1, 2, 3, 4);
        assertThat(log.get(3).happenedAt()).isEqualTo(log.get(2).happenedAt());
        assertThat(log.get(2).happenedAt()).isBefore(log.get(1).happenedAt());
        assertThat(log).allSatisfy(entry -> assertThat(entry.enteredAt()).isAfterOrEqualTo(entry.happenedAt()));
    }

    @Test
    void R47_nobody_is_sent_to_a_place_that_nobody_confirmed() {
        var unit = room.unit();
        for (var trust : List.of(LocationTrust.APPROXIMATE, LocationTrust.CENTROID, LocationTrust.OUTSIDE)) {
            var call = new NewCall(
                    null, null, "Somewhere", Room.SQUARE, trust, "fight", null, "Shouting", null, null, null);
            var incident = dispatch.takeCall(room.callTaker, call, room.key()).incident();
            assertRefused("location-unconfirmed", () -> room.assign(incident, unit));
            assertRefused(
                    "location-unconfirmed", () -> room.perform(new Command.Assign(incident, unit, Manner.STACK, true)));
        }
        var words = new NewCall(null, null, "By the old mill", null, null, "fight", null, "Shouting", null, null, null);
        var incident = dispatch.takeCall(room.callTaker, words, room.key()).incident();
        assertRefused("location-unconfirmed", () -> room.assign(incident, unit));
        room.perform(new Command.ConfirmLocation(incident));
        room.assign(incident, unit);
        assertThat(row(unit).status()).isEqualTo(UnitStatus.ASSIGNED);
    }

    @Test
    void what_a_phone_sends_late_is_written_down_with_its_own_time_and_moves_nothing_back() {
        var officer = room.officer();
        var unit = room.unit();
        dispatch.perform(officer, new Command.SignOn(unit, null), room.key());
        var incident = room.incident();
        room.assign(incident, unit);
        var pressed = room.file(incident).log().getLast().enteredAt();
        room.status(unit, UnitStatus.ON_SCENE);

        var late = dispatch.perform(
                officer, new Command.SetStatus(unit, UnitStatus.EN_ROUTE, incident, pressed), room.key());

        assertThat(late.notices()).extracting(Answer.Notice::code).containsExactly(Answer.Notice.Code.RECORDED_LATE);
        assertThat(row(unit).status()).isEqualTo(UnitStatus.ON_SCENE);
        assertThat(room.file(incident).assignments().getFirst().enRouteAt()).isEqualTo(pressed);
        room.status(unit, UnitStatus.AVAILABLE);
        var other = room.incident();
        room.assign(other, unit);
        dispatch.perform(officer, new Command.SetStatus(unit, UnitStatus.ON_SCENE, incident, pressed), room.key());
        assertThat(row(unit).status())
                .as("a late message about old work never hits new work")
                .isEqualTo(UnitStatus.ASSIGNED);
    }

    @Test
    void a_crew_closes_what_it_alone_is_on_and_nothing_else() {
        var officer = room.officer();
        var unit = room.unit();
        dispatch.perform(officer, new Command.SignOn(unit, null), room.key());
        var incident = room.incident();
        var close = new Command.Close(incident, "settled", "Both apologised");
        assertRefused("crew-not-on-incident", () -> dispatch.perform(officer, close, room.key()));
        room.assign(incident, unit);
        var second = room.unit();
        room.assign(incident, second);
        assertRefused("others-on-incident", () -> dispatch.perform(officer, close, room.key()));
        room.perform(new Command.CancelUnit(incident, second, null));
        dispatch.perform(officer, close, room.key());
        assertThat(row(unit).status()).isEqualTo(UnitStatus.AVAILABLE);
        assertThat(dispatch.crew(officer).work()).isEmpty();
    }

    @Test
    void a_change_made_on_the_sight_of_an_older_version_is_refused() {
        var incident = room.incident();
        int version = room.file(incident).row().version();
        room.perform(new Command.Prioritise(incident, new Priority(1), version));
        assertRefused(
                "incident-changed-meanwhile",
                () -> room.perform(new Command.Prioritise(incident, new Priority(4), version)));
        assertThat(onBoard(incident).priority()).isEqualTo(new Priority(1));
    }

    @Test
    void an_entry_of_the_log_is_never_changed_or_deleted_even_in_the_database() {
        var incident = room.incident();
        assertThatThrownBy(() -> jdbc.sql("delete from dispatch.log_entry where incident = :id")
                        .param("id", incident.value())
                        .update())
                .hasMessageContaining("never changed or deleted");
        assertThatThrownBy(() -> jdbc.sql("update dispatch.log_entry set text = 'x' where incident = :id")
                        .param("id", incident.value())
                        .update())
                .hasMessageContaining("never changed or deleted");
    }

    @Test
    void times_that_cannot_be_are_refused() {
        var incident = room.incident();
        var now = room.file(incident).row().openedAt();
        for (var wrong : List.of(now.plus(Duration.ofHours(2)), now.minus(Duration.ofDays(40)))) {
            assertRefused("event-time-implausible", () -> room.perform(new Command.Note(incident, "x", wrong)));
        }
        assertThat(dispatch.nearby(room.dispatcher, Room.SQUARE, "").open())
                .extracting(neighbour -> neighbour.incident().id())
                .contains(incident);
    }

    private static void assertRefused(String type, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(type);
    }

    private List<LogKind> kinds(IncidentId incident) {
        return room.file(incident).log().stream()
                .map(IncidentFile.LogEntry::kind)
                .toList();
    }

    private UnitRow row(UnitId unit) {
        return dispatch.board(room.dispatcher).units().stream()
                .filter(row -> row.id().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private IncidentRow onBoard(IncidentId incident) {
        return dispatch.board(room.dispatcher).incidents().stream()
                .filter(row -> row.id().equals(incident))
                .findFirst()
                .orElseThrow();
    }

    private static IncidentSearch search(String text) {
        return new IncidentSearch(text, null, 1, 10);
    }
}
