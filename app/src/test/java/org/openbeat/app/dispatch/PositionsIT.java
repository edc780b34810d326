package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.dispatch.position.WrittenPositions;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenbeatTest
class PositionsIT {
    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Positions positions;

    @Autowired
    WrittenPositions written;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    HttpClient client;
    Room room;
    UnitId unit;
    Positions.IssuedDevice device;

    @BeforeEach
    void issue() {
        client = HttpClient.newHttpClient();
        room = new Room(dispatch, new AgencyId("moving-" + UUID.randomUUID()));
        unit = room.unit();
        device = positions.issue(room.dispatcher, unit, "Phone");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void owntracks_comes_with_basic_authentication_and_is_answered_with_an_empty_list() throws Exception {
        var answer = ownTracks(40.1, device.token());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
        assertThat(seen().point()).isEqualTo(new GeoPoint(40.1, -83.2));
        assertThat(seen().stale()).isFalse();
    }

    @Test
    void osmand_and_traccar_come_with_the_token_as_their_id() throws Exception {
        assertThat(get("/positions/osmand?id=" + device.token() + "&lat=40.2&lon=-83.2&speed=10&batt=80")
                        .statusCode())
                .isEqualTo(200);
        assertThat(seen().point().latitude()).isEqualTo(40.2);
        assertThat(post("/positions/osmand?id=" + device.token() + "&lat=40.3&lon=-83.2", "", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(seen().point().latitude()).isEqualTo(40.3);
        var json = """
                {"location": {"timestamp": "%s", "coords": {"latitude": 40.4, "longitude": -83.2}},
                 "device_id": "%s"}""".formatted(clock.instant(), device.token());
        assertThat(post("/positions/osmand", json, "application/json").statusCode())
                .isEqualTo(200);
        assertThat(seen().point().latitude()).isEqualTo(40.4);
    }

    @Test
    void an_unknown_or_revoked_token_and_an_impossible_value_are_refused_with_a_problem() throws Exception {
        var unknown = get("/positions/osmand?id=nobody&lat=1&lon=1");
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.body()).contains("device-unknown");
        var impossible = get("/positions/osmand?id=" + device.token() + "&lat=95&lon=1");
        assertThat(impossible.statusCode()).isEqualTo(400);
        assertThat(impossible.body()).contains("position-invalid");
        positions.revoke(room.dispatcher, device.id());
        assertThat(get("/positions/osmand?id=" + device.token() + "&lat=1&lon=1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from dispatch.device where encode(token_hash, 'escape') like :token")
                        .param("token", "%" + device.token() + "%")
                        .query(Integer.class)
                        .single())
                .as("tokens in clear")
                .isZero();
    }

    @Test
    void positions_go_to_the_screens_without_the_registry_and_the_last_one_is_written_down() throws Exception {
        access.addAgency(Actor.SYSTEM, room.agency, "A made-up agency", null);
        int published = count("select count(*) from event_publication");
        long sequence = dispatch.board(room.dispatcher).sequence();
        try (var dispatcher = new SignedIn(port, access, room.agency, Role.DISPATCHER);
                var console = new Console(port, dispatcher.cookies(), "?after=" + sequence, null)) {
            console.next("hello");
            ownTracks(-40.73519, device.token()); // With its sign it cannot be a part of an instant.
            assertThat(console.next("position").data()).contains(unit.toString(), "-40.73519");
        }
        assertThat(dispatch.board(room.dispatcher).sequence()).isEqualTo(sequence);
        assertThat(count("select count(*) from event_publication where serialized_event like '%-40.73519%'"))
                .isZero();
        assertThat(published).isNotNegative();
        written.write();
        assertThat(jdbc.sql("select latitude from dispatch.last_position where unit = :unit")
                        .param("unit", unit.value())
                        .query(Double.class)
                        .single())
                .isEqualTo(-40.73519);
    }

    @Test
    void R28_a_nearer_free_unit_is_named_at_the_moment_of_sending() throws Exception {
        ownTracks(40.5, device.token()); // Far from the square.
        var near = room.unit();
        var other = positions.issue(room.dispatcher, near, "Phone");
        ownTracks(Room.SQUARE.latitude() + 0.001, other.token());
        var incident = room.incident();

        var ranked = dispatch.recommend(room.dispatcher, incident);
        assertThat(ranked.units().getFirst().unit().id()).isEqualTo(near);
        var answer = room.assign(incident, unit);

        assertThat(answer.notices())
                .anySatisfy(notice -> assertThat(notice.code()).isEqualTo(Answer.Notice.Code.NEARER_UNIT));
        assertThat(room.file(incident).assignments().getFirst().estimateSeconds())
                .isNotNull();
    }

    private UnitRow.LastSeen seen() {
        var seen = dispatch.board(room.dispatcher).units().getFirst().position();
        assertThat(seen).isNotNull();
        return seen;
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private HttpResponse<String> ownTracks(double latitude, String token) throws Exception {
        var body = "{\"_type\": \"location\", \"lat\": " + latitude + ", \"lon\": -83.2, \"acc\": 5, \"tst\": "
                + clock.instant().getEpochSecond() + "}";
        var basic = Base64.getEncoder().encodeToString(("u7:" + token).getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/positions/owntracks"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String type) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(BodyPublishers.ofString(body));
        return client.send(
                (type == null ? request : request.header("Content-Type", type)).build(), BodyHandlers.ofString());
    }
}
