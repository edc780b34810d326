package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a console showed, and what the replay says that it showed. */
@OpenbeatTest
class ReplayIT {
    private static final int EDITS = 300;
    private static final int PAGES = 30;

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Replay replay;

    @Autowired
    Clock clock;

    @Autowired
    JsonMapper json;

    SignedIn dispatcher;
    Room room;

    @BeforeEach
    void signIn() throws Exception {
        var agency = new AgencyId("replay-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, agency, "A made-up agency", null);
        room = new Room(dispatch, agency);
        dispatcher = new SignedIn(port, access, agency, Role.DISPATCHER);
    }

    @AfterEach
    void leave() {
        dispatcher.close();
    }

    /** The board as a console has it: rows by their ids, each as the very text that came. */
    private record Page(Instant at, Map<String, String> incidents, Map<String, String> units) {}

    @Test
    void the_board_of_any_moment_is_rebuilt_byte_for_byte_as_a_console_showed_it() throws Exception {
        long before = dispatch.board(room.dispatcher).sequence();
        var incidents = IntStream.range(0, 8).mapToObj(i -> room.incident()).toList();
        var units = IntStream.range(0, 5).mapToObj(i -> room.unit()).toList();
        var random = new Random(20);
        var pages = new ArrayList<Page>();
        try (var console = new Console(port, dispatcher.cookies(), "?after=" + before, null)) {
            var shown = new Page(clock.instant(), new LinkedHashMap<>(), new LinkedHashMap<>());
            for (int edit = 0; edit < EDITS; edit++) {
                perform(command(random, incidents, units));
                if (edit % (EDITS / PAGES) == 0) {
                    readTo(dispatch.board(room.dispatcher).sequence(), console, shown);
                    pages.add(new Page(
                            clock.instant(),
                            new LinkedHashMap<>(shown.incidents()),
                            new LinkedHashMap<>(shown.units())));
                }
            }
        }
        for (var page : pages) {
            var then = replay.board(room.dispatcher, page.at());
            assertThat(then.incidents()).containsExactlyElementsOf(inOrder(page.incidents()));
            assertThat(then.units())
                    .containsExactlyInAnyOrderElementsOf(page.units().values());
        }
        assertThat(pages.getLast().incidents()).isNotEqualTo(pages.getFirst().incidents());
    }

    private void readTo(long sequence, Console console, Page shown) throws Exception {
        for (long heard = -1; heard < sequence; ) {
            var event = console.next();
            if (event.id() == null) {
                continue;
            }
            heard = event.id();
            take(event, shown);
        }
    }

    private void take(Console.Event event, Page shown) {
        var name = event.name();
        int from = event.data().indexOf(",\"" + name + "\":");
        if (from < 0) {
            return;
        }
        var content =
                event.data().substring(from + name.length() + 4, event.data().length() - 1);
        var row = json.readTree(content);
        var id = row.path("id").asString();
        if (name.equals("unit")) {
            shown.units().put(id, content);
        } else if (row.path("status").asString().equals("CLOSED")) {
            shown.incidents().remove(id);
        } else {
            shown.incidents().put(id, content);
        }
    }

    private List<String> inOrder(Map<String, String> rows) {
        return rows.values().stream()
                .sorted(Comparator.comparing(json::readTree, BOARD))
                .toList();
    }

    private static final Comparator<JsonNode> BOARD = Comparator.comparingInt(
                    (JsonNode row) -> row.path("priority").asInt())
            .thenComparing(row -> row.path("openedAt").asString())
            .thenComparing(row -> row.path("id").asString());

    private void perform(Command command) {
        try {
            room.perform(command);
        } catch (Refusal refusal) {
            assertThat(refusal.type()).as("the rules say no now and then").isNotBlank();
        }
    }

    private static Command command(Random random, List<IncidentId> incidents, List<UnitId> units) {
        var incident = incidents.get(random.nextInt(incidents.size()));
        var unit = units.get(random.nextInt(units.size()));
        return switch (random.nextInt(8)) {
            case 0 -> new Command.Prioritise(incident, new Priority(1 + random.nextInt(4)), null);
            case 1, 2 -> new Command.Assign(incident, unit, Manner.values()[random.nextInt(3)], true);
            case 3 -> new Command.SetStatus(unit, UnitStatus.EN_ROUTE, null, null);
            case 4 -> new Command.SetStatus(unit, UnitStatus.ON_SCENE, null, null);
            case 5 -> new Command.SetStatus(unit, UnitStatus.AVAILABLE, null, null);
            case 6 -> new Command.Close(incident, "settled", null);
            default -> new Command.Reopen(incident, "More to do");
        };
    }

    @Test
    void the_past_of_what_one_may_not_see_is_not_seen_either() throws Exception {
        var incident = room.incident();
        awaitShown();
        var stranger = new Room(dispatch);
        assertThat(replay.board(stranger.dispatcher, clock.instant()).json()).doesNotContain(incident.toString());
        assertThatThrownBy(() -> replay.incident(stranger.dispatcher, incident))
                .hasMessage("incident-of-another-agency");
        var answer = dispatcher.get("/api/dispatch/replay?at=" + clock.instant());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.readTree(answer.body())
                        .path("incidents")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(incident.toString());
    }

    @Test
    void an_incident_plays_back_step_by_step_on_its_page() throws Exception {
        var incident = room.incident();
        awaitShown();
        room.perform(new Command.Prioritise(incident, new Priority(1), null));
        awaitShown();
        var steps = replay.incident(room.dispatcher, incident);
        assertThat(steps).hasSize(2);
        var first = dispatcher.get("/incidents/" + incident + "/replay?step=0").body();
        var last = dispatcher.get("/incidents/" + incident + "/replay").body();
        assertThat(first).contains("2 Immediate").doesNotContain("1 Life in danger");
        assertThat(last).contains("1 Life in danger");
        assertThat(dispatcher.get("/board/replay").body()).contains("id=\"second\"");
    }

    /** Until the screens have the newest number: whatever they were handed is written down by then. */
    private void awaitShown() throws Exception {
        long last = dispatch.board(room.dispatcher).sequence();
        try (var console = new Console(port, dispatcher.cookies(), "?after=" + (last - 1), null)) {
            while (true) {
                var event = console.next();
                if (event.id() != null && event.id() >= last) {
                    return;
                }
            }
        }
    }
}
