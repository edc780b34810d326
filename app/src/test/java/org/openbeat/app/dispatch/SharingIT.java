package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.access.StaffSessions;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whose an incident is, to whom it is limited, and that whoever loses it loses it at once. */
@OpenbeatTest
class SharingIT {
    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    StaffSessions sessions;

    @Autowired
    Dispatch dispatch;

    Room room;
    Actor head;

    @BeforeEach
    void open() {
        room = new Room(dispatch, agency());
        head = room.staff(Role.STATION_CHIEF);
    }

    private AgencyId agency() {
        var agency = new AgencyId("sharing-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, agency, "A made-up agency", null);
        return agency;
    }

    private Actor person(String userName, AgencyId agency, Role... roles) {
        return access.openAccount(Actor.SYSTEM, new NewAccount(userName, "Made Up", "secret", agency, Set.of(roles)));
    }

    private void restrict(IncidentId incident, String... userNames) {
        dispatch.perform(
                head, new Command.Restrict(incident, List.of(userNames), "A colleague is concerned"), room.key());
    }

    private boolean shows(Actor reader, IncidentId incident) {
        return dispatch.board(reader).incidents().stream().map(IncidentRow::id).anyMatch(incident::equals);
    }

    private static void assertRefused(String type, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }

    @Test
    void R67_an_incident_can_be_limited_to_named_people_by_the_head_and_to_nobody_by_others() {
        var incident = room.incident();
        var name = "named." + UUID.randomUUID();
        var named = person(name, room.agency, Role.DISPATCHER);
        assertRefused(
                "incident-shared-only",
                () -> room.perform(new Command.Restrict(incident, List.of(), "No head says so")));

        restrict(incident, name);

        assertThat(shows(named, incident)).isTrue();
        assertThat(shows(head, incident)).as("whoever limits it can lift it").isTrue();
        assertThat(shows(room.dispatcher, incident)).isFalse();
        assertThat(dispatch.board(room.dispatcher).hidden())
                .as("not visible is never silent")
                .isPositive();
        assertRefused("incident-restricted", () -> dispatch.file(room.dispatcher, incident));
        assertRefused("incident-restricted", () -> room.perform(new Command.Note(incident, "Anything", null)));
        dispatch.perform(named, new Command.Note(incident, "Seen by the named", null), room.key());
    }

    @Test
    void R67_only_people_of_the_organisation_can_be_named() {
        var incident = room.incident();
        var name = "elsewhere." + UUID.randomUUID();
        person(name, agency(), Role.DISPATCHER);
        assertRefused("person-unknown", () -> restrict(incident, name));
        assertRefused("person-unknown", () -> restrict(incident, "nobody-of-this-name"));
    }

    @Test
    void R67_a_limit_that_is_lifted_shows_the_incident_again_and_both_are_in_its_log() {
        var incident = room.incident();
        restrict(incident);
        dispatch.perform(head, new Command.Restrict(incident, null, "It is over"), room.key());
        assertThat(room.file(incident).log())
                .extracting(entry -> entry.kind().name())
                .contains("RESTRICTED", "RESTRICTION_LIFTED");
    }

    @Test
    void R67_the_crew_that_is_sent_sees_what_it_is_sent_to() {
        var incident = room.incident();
        var unit = room.unit();
        var officer = room.officer();
        dispatch.perform(officer, new Command.SignOn(unit, null), room.key());
        assertRefused("crew-not-on-incident", () -> dispatch.file(officer, incident));

        room.assign(incident, unit);
        restrict(incident);

        assertThat(dispatch.file(officer, incident).row().id()).isEqualTo(incident);
    }

    @Test
    void R72_a_console_that_watches_loses_a_restricted_incident_at_once() throws Exception {
        var incident = room.incident();
        long before = dispatch.board(room.dispatcher).sequence();
        try (var dispatcher = new SignedIn(port, access, room.agency, Role.DISPATCHER);
                var console = new Console(port, dispatcher.cookies(), "?after=" + before, null)) {
            restrict(incident);
            var event = console.next("incident");
            assertThat(event.data()).contains("\"gone\":\"" + incident + "\"").doesNotContain("shouting");
            assertThat(dispatcher.get("/api/dispatch/changes?after=" + before).body())
                    .contains("\"gone\":\"" + incident + "\"")
                    .doesNotContain("shouting");
        }
    }

    @Test
    void R72_the_stream_of_a_person_whose_session_is_ended_ends_at_once() throws Exception {
        try (var dispatcher = new SignedIn(port, access, room.agency, Role.DISPATCHER);
                var console = new Console(port, dispatcher.cookies(), "", null)) {
            console.next("hello");
            sessions.list(dispatcher.actor).forEach(session -> sessions.end(dispatcher.actor, session.id()));
            assertThatThrownBy(() -> {
                        while (true) {
                            console.next();
                        }
                    })
                    .hasMessageContaining("ended");
        }
    }

    @Test
    void R71_a_stream_tells_other_agencies_a_bare_number_and_nothing_of_the_incident() throws Exception {
        for (var role : List.of(Role.CALL_TAKER, Role.DISPATCHER, Role.STATION_CHIEF, Role.COMMANDER)) {
            long before = dispatch.board(room.dispatcher).sequence();
            try (var stranger = new SignedIn(port, access, agency(), role);
                    var console = new Console(port, stranger.cookies(), "?after=" + before, null)) {
                var incident = room.incident();
                assertThat(console.next("incident").data())
                        .doesNotContain(incident.toString())
                        .doesNotContain("shouting");
            }
        }
    }

    @Test
    void R73_whoever_hands_over_says_whether_their_agency_keeps_reading() {
        var theirs = agency();
        var kept = room.incident();
        var given = room.incident();
        assertRefused(
                "hand-over-choice-missing",
                () -> room.perform(new Command.HandOver(given, theirs, null, "It is theirs")));

        room.perform(new Command.HandOver(kept, theirs, true, "It is theirs"));
        room.perform(new Command.HandOver(given, theirs, false, "It is theirs"));

        assertThat(shows(room.dispatcher, kept)).isTrue();
        assertThat(shows(room.dispatcher, given)).isFalse();
        assertRefused("incident-of-another-agency", () -> dispatch.file(room.dispatcher, given));
        assertRefused(
                "incident-shared-only",
                () -> room.perform(new Command.HandOver(kept, room.agency, true, "Taken back")));
        var theirRoom = new Room(dispatch, theirs);
        assertThat(shows(theirRoom.dispatcher, kept) && shows(theirRoom.dispatcher, given))
                .isTrue();
        assertThat(theirRoom.file(given).log())
                .filteredOn(entry -> entry.kind().name().equals("AGENCY"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("keepsReading", "false"));
    }

    @Test
    void a_dispatcher_cannot_send_or_change_the_units_of_another_agency() {
        var theirs = new Room(dispatch, agency());
        var unit = theirs.unit();
        var incident = room.incident();
        assertRefused("unit-not-found", () -> room.assign(incident, unit));
        assertRefused("unit-not-found", () -> room.status(unit, org.openbeat.app.dispatch.unit.UnitStatus.UNAVAILABLE));
    }
}
