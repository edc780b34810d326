package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OpenbeatTest
class ApiIT {
    private static final String CALL = """
            {"callerName": null, "locationText": "1 Market Square", "point": {"latitude": 40.0, "longitude": -83.0},
             "trust": "EXACT", "type": "fight", "notes": "Two people"}""";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Dispatch dispatch;

    @Autowired
    JsonMapper json;

    SignedIn dispatcher;
    Room room;

    @BeforeEach
    void signIn() throws Exception {
        var agency = new AgencyId("api-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, agency, "A made-up agency", null);
        room = new Room(dispatch, agency);
        dispatcher = new SignedIn(port, access, agency, Role.DISPATCHER);
    }

    @AfterEach
    void leave() {
        dispatcher.close();
    }

    @Test
    void the_room_works_over_json_alone() throws Exception {
        var answer = dispatcher.post("/api/dispatch/calls", "k1", CALL);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var taken = read(answer.body());
        var incident = taken.path("incident").asString();
        var unit = room.unit();

        var sent =
                dispatcher.post("/api/dispatch/incidents/" + incident + "/units", "k2", "{\"unit\": \"" + unit + "\"}");
        assertThat(sent.statusCode()).isEqualTo(200);
        var board = read(dispatcher.get("/api/dispatch/board").body());
        assertThat(board.path("incidents").path(0).path("status").asString()).isEqualTo("DISPATCHED");
        assertThat(board.path("incidents")
                        .path(0)
                        .path("units")
                        .path(0)
                        .path("unit")
                        .asString())
                .isEqualTo(unit.toString());

        var found = read(dispatcher.get("/api/dispatch/incidents?text=market").body());
        assertThat(found.path("items").path(0).path("id").asString()).isEqualTo(incident);

        dispatcher.post("/api/dispatch/units/" + unit + "/status", "k3", "{\"status\": \"ON_SCENE\"}");
        dispatcher.post("/api/dispatch/incidents/" + incident + "/close", "k4", "{\"disposition\": \"settled\"}");
        var file = read(dispatcher.get("/api/dispatch/incidents/" + incident).body());
        assertThat(file.path("row").path("status").asString()).isEqualTo("CLOSED");
        // Closed: found by its number, and by words only with a purpose.
        var number = file.path("row").path("number").asString();
        var again =
                read(dispatcher.get("/api/dispatch/incidents?text=" + number).body());
        assertThat(again.path("items").path(0).path("id").asString()).isEqualTo(incident);
        var narrowed =
                read(dispatcher.get("/api/dispatch/incidents?text=market").body());
        assertThat(narrowed.path("items").isEmpty()).isTrue();
    }

    @Test
    void a_command_line_does_what_the_buttons_do() throws Exception {
        var incident = room.incident();
        var number = room.file(incident).row().number();
        var unit = room.unit();
        var callSign = dispatch.board(room.dispatcher).units().getFirst().callSign();

        assertThat(line("a " + number + " " + callSign).statusCode()).isEqualTo(200);
        assertThat(line("s " + callSign).statusCode()).isEqualTo(200);
        assertThat(room.statusOf(unit).name()).isEqualTo("ON_SCENE");
        var unclear = line("a " + number);
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(unclear.body()).contains("command-line-unclear", "call sign");
    }

    private java.net.http.HttpResponse<String> line(String line) throws Exception {
        return dispatcher.post(
                "/api/dispatch/line",
                UUID.randomUUID().toString(),
                json.writeValueAsString(java.util.Map.of("line", line)));
    }

    @Test
    void R4_the_same_call_sent_nine_times_at_once_is_stored_once() throws Exception {
        var answers = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 9; i++) {
                threads.submit(() -> answers.add(read(dispatcher
                                .post("/api/dispatch/calls", "same", CALL)
                                .body())
                        .path("incident")
                        .asString()));
            }
        }
        assertThat(answers).hasSize(9).containsOnly(answers.peek());
        assertThat(dispatch.board(room.dispatcher).incidents())
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo(new IncidentId(UUID.fromString(answers.peek()))));
        assertThat(dispatch.file(room.dispatcher, new IncidentId(UUID.fromString(answers.peek())))
                        .calls())
                .hasSize(1);
    }

    @Test
    void a_body_that_lacks_something_is_refused_by_name() throws Exception {
        var incident = room.incident();
        var answer = dispatcher.post("/api/dispatch/incidents/" + incident + "/notes", "k9", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("field-missing", "text");
        var nothing = dispatcher.post("/api/dispatch/incidents/" + incident + "/notes", "k10", "null");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(dispatcher.post("/api/dispatch/calls", "", CALL).statusCode())
                .isEqualTo(400);
    }

    @Test
    void R21_what_another_agency_answers_is_refused_with_the_reason_and_counted_on_the_board() throws Exception {
        var other = new Room(dispatch);
        var theirs = other.incident();
        var answer = dispatcher.get("/api/dispatch/incidents/" + theirs);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("incident-of-another-agency");
        assertThat(read(dispatcher.get("/api/dispatch/board").body())
                        .path("hidden")
                        .asInt())
                .isPositive();
    }

    @Test
    void the_api_is_described_with_its_schemas() throws Exception {
        var api = read(dispatcher.get("/api-docs").body());
        assertThat(api.path("paths").path("/api/dispatch/board").isObject()).isTrue();
        assertThat(api.path("components")
                        .path("schemas")
                        .path("IncidentRow")
                        .path("properties")
                        .path("id")
                        .toString())
                .contains("uuid");
    }

    private JsonNode read(String text) {
        return json.readTree(text);
    }
}
