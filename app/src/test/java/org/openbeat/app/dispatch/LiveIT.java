package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.live.Live;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OpenbeatTest
class LiveIT {
    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Live live;

    SignedIn dispatcher;
    Room room;

    @BeforeEach
    void signIn() throws Exception {
        var agency = new AgencyId("live-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, agency, "A made-up agency", null);
        room = new Room(dispatch, agency);
        dispatcher = new SignedIn(port, access, agency, Role.DISPATCHER);
    }

    @AfterEach
    void leave() {
        dispatcher.close();
    }

    @Test
    void R86_a_change_brings_the_changed_row_and_no_other() throws Exception {
        var other = room.incident();
        var incident = room.incident();
        long before = dispatch.board(room.dispatcher).sequence();
        try (var console = console("?after=" + before, null)) {
            room.perform(new Command.Note(incident, "It is getting louder", null));
            var event = console.next("incident");
            assertThat(event.id()).isEqualTo(before + 1);
            assertThat(event.data())
                    .contains("\"seq\":" + (before + 1), incident.toString())
                    .doesNotContain(other.toString());
        }
    }

    @Test
    void numbers_come_once_each_and_in_order_also_after_a_break() throws Exception {
        var incident = room.incident();
        long before = dispatch.board(room.dispatcher).sequence();
        var heard = new ArrayList<Long>();
        try (var console = console("?after=" + before, null)) {
            for (int i = 0; i < 5; i++) {
                room.perform(new Command.Prioritise(incident, new Priority(1 + i % 4), null));
            }
            while (heard.size() < 3) {
                heard.add(console.next("incident").id());
            }
        }
        room.perform(new Command.Note(incident, "Said while nobody listened", null));
        try (var console = console("", heard.getLast())) {
            while (heard.getLast() < before + 6) {
                heard.add(console.next("incident").id());
            }
        }
        assertThat(heard).containsExactly(before + 1, before + 2, before + 3, before + 4, before + 5, before + 6);
    }

    @Test
    void what_was_missed_is_fetched_again_each_row_once() {
        var incident = room.incident();
        long before = dispatch.board(room.dispatcher).sequence();
        room.perform(new Command.Note(incident, "One", null));
        room.perform(new Command.Note(incident, "Two", null));

        var missed = live.missed(viewer(room.agency), before);

        assertThat(missed.complete()).isTrue();
        assertThat(missed.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.seq()).isEqualTo(missed.sequence()));
        assertThat(live.missed(viewer(room.agency), missed.sequence() + 1_000).complete())
                .isFalse();
    }

    @Test
    void a_change_that_a_console_may_not_see_comes_as_a_bare_number() throws Exception {
        long before = dispatch.board(room.dispatcher).sequence();
        try (var console = console("?after=" + before, null)) {
            var theirs = new Room(dispatch).incident();
            var event = console.next("incident");
            assertThat(event.id()).isGreaterThan(before);
            assertThat(event.data()).doesNotContain(theirs.toString());
        }
    }

    @Test
    void an_incident_that_was_handed_over_goes_from_the_consoles_that_no_longer_see_it() {
        var mine = agency();
        var theirs = agency();
        var city = new AgencyId("city-" + UUID.randomUUID());
        var incident = new Room(dispatch, mine).incident();
        var reader = new AgencyId(mine + "/desk");
        long before = dispatch.board(room.dispatcher).sequence();
        new Room(dispatch, mine).perform(new Command.HandOver(incident, theirs, true, "It is theirs"));

        assertThat(live.missed(viewer(mine), before).changes().getFirst().incident())
                .as("whoever handed it over and chose to keep reading still sees it")
                .isNotNull();
        assertThat(live.missed(viewer(theirs), before).changes().getFirst().incident())
                .isNotNull();
        assertThat(live.missed(viewer(reader), before).changes().getFirst().gone())
                .isEqualTo(incident.toString());
        assertThat(live.missed(viewer(city), before).changes().getFirst().gone())
                .isNull();
    }

    private Viewer viewer(AgencyId agency) {
        return Viewer.of(new Room(dispatch, agency).dispatcher);
    }

    private AgencyId agency() {
        var agency = new AgencyId("handed-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, agency, "A made-up agency", null);
        return agency;
    }

    @Test
    void every_change_reaches_five_hundred_open_consoles() throws Exception {
        var unit = room.unit();
        long before = dispatch.board(room.dispatcher).sequence();
        try (var consoles = new ManyConsoles(500, port, dispatcher.cookies(), before)) {
            for (int i = 0; i < 10; i++) {
                room.status(unit, i % 2 == 0 ? UnitStatus.UNAVAILABLE : UnitStatus.AVAILABLE);
                consoles.awaitAll("\nid: " + (before + i + 1) + "\n");
            }
        }
    }

    private Console console(String query, Long lastEventId) throws Exception {
        return new Console(port, dispatcher.cookies(), query, lastEventId);
    }
}
