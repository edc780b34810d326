package org.openbeat.app.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.eido.IncidentExchange;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.partners.events.PartnerName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two control rooms hand incidents to each other over HTTP. */
@OpenbeatTest
class ExchangeIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("../../shared/data/eido/sample-call-transfer-EIDO.json");

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Dispatch dispatch;

    @Autowired
    PartnerSystems partners;

    @Autowired
    IncidentExchange exchange;

    @Autowired
    JdbcClient jdbc;

    HttpClient client;
    AgencyId ours;
    AgencyId theirs;
    Actor administrator;
    Actor dispatcher;
    PartnerName partner;
    String key;

    @BeforeEach
    void prepare() {
        client = HttpClient.newHttpClient();
        var unique = UUID.randomUUID();
        ours = new AgencyId("ours-" + unique);
        theirs = new AgencyId("theirs-" + unique);
        access.addAgency(Actor.SYSTEM, ours, "A made-up agency", null);
        access.addAgency(Actor.SYSTEM, theirs, "Another made-up agency", null);
        administrator = Actor.staff(UUID.randomUUID().toString(), "Ad Min", ours, Set.of(Role.ADMINISTRATOR));
        dispatcher = Actor.staff(UUID.randomUUID().toString(), "Pat Example", ours, Set.of(Role.DISPATCHER));
        partner = new PartnerName("x-" + unique);
        key = partners.open(administrator, partner, theirs, ours, false);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void the_sample_opens_an_incident_the_same_again_changes_nothing_and_all_of_it_comes_out_again() throws Exception {
        var sample = sample();
        var first = post(sample, key);
        assertThat(first.statusCode()).isEqualTo(201);
        var receipt = JSON.readTree(first.body());
        assertThat(receipt.path("opened").asBoolean()).isTrue();
        var again = post(sample, key);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(again.body()).path("repeated").asBoolean()).isTrue();
        assertThat(JSON.readTree(again.body()).path("id")).isEqualTo(receipt.path("id"));

        var file = file(receipt);
        assertThat(file.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.callerPhone()).isEqualTo("8195551212"));
        assertThat(file.row().agency()).isEqualTo(ours);
        assertThat(file.row().sharedWith()).containsExactly(theirs);

        var shared = get("/partners/v1/eido/" + receipt.path("id").asString(), key);
        assertThat(shared.statusCode()).isEqualTo(200);
        var document = JSON.readTree(shared.body());
        sample.propertyStream()
                .filter(property -> property.getValue().isArray())
                .forEach(property -> assertThat(document.get(property.getKey()))
                        .as(property.getKey())
                        .containsAll(property.getValue()));
        var urn = document.path("$id").asString();
        assertThat(get("/partners/v1/eido/" + urn, key).statusCode()).isEqualTo(200);
    }

    @Test
    void a_newer_state_is_added_to_the_incident_and_an_older_one_is_refused() throws Exception {
        var first = JSON.readTree(post(eido("2026-11-25T10:00:00Z", "One"), key).body());
        var newer = post(eido("2026-11-25T10:05:00Z", "Two"), key);
        assertThat(newer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(newer.body()).path("id")).isEqualTo(first.path("id"));
        assertThat(JSON.readTree(newer.body()).path("opened").asBoolean()).isFalse();
        var file = file(first);
        assertThat(file.log().stream().map(IncidentFile.LogEntry::kind)).containsExactly(LogKind.OPENED, LogKind.CALL);
        assertThat(file.row().type()).isEqualTo("fight");
        assertThat(file.row().priority().level()).isEqualTo(1);
        assertThat(file.row().point()).isEqualTo(new GeoPoint(40.0, -83.0));

        var older = post(eido("2026-11-25T09:00:00Z", "Zero"), key);
        assertThat(older.statusCode()).isEqualTo(409);
        assertThat(older.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(older.body()).contains("eido-outdated");

        dispatch.perform(dispatcher, new Command.Close(file.row().id(), "settled", null), key());
        var late = post(eido("2026-11-25T11:00:00Z", "Three"), key);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("incident-closed");
    }

    @Test
    void a_state_dated_ahead_of_the_clock_is_refused_so_that_it_shuts_out_none_that_follows() throws Exception {
        var ahead = post(eido("2126-11-25T10:00:00Z", "From the future"), key);
        assertThat(ahead.statusCode()).isEqualTo(400);
        assertThat(ahead.body()).contains("eido-ahead", "2126-11-25T10:00:00Z");
        assertThat(post(eido("2026-11-25T10:00:00Z", "One"), key).statusCode()).isEqualTo(201);
    }

    @Test
    void what_is_no_eido_and_who_has_no_key_is_answered_with_a_problem() throws Exception {
        assertThat(post(eido("2026-11-25T10:00:00Z", "x"), "nobody").statusCode())
                .isEqualTo(403);
        assertThat(send("{\"$id\": 1", key).body()).contains("eido-invalid");
        assertThat(send("[]", key).statusCode()).isEqualTo(400);
        assertThat(send("", key).statusCode()).isEqualTo(400);
        var broken = eido("2026-11-25T10:00:00Z", "x").put("callComponent", "none");
        assertThat(send(broken.toString(), key).body()).contains("eido-invalid", "/callComponent");
        assertThat(get("/partners/v1/eido/none", key).statusCode()).isEqualTo(404);
        assertThat(get("/partners/v1/eido/" + UUID.randomUUID(), key).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_partner_reads_what_is_shared_with_it_and_callers_and_words_only_where_that_is_agreed() throws Exception {
        var foreign = incident(ours);
        assertThat(get("/partners/v1/eido/" + foreign, key).statusCode()).isEqualTo(403);
        var handedOver = incident(theirs);
        var outline = get("/partners/v1/eido/" + handedOver, key);
        assertThat(outline.statusCode()).isEqualTo(200);
        assertThat(outline.body()).contains("FIGHT").doesNotContain("Ann", "5550100", "shouting");
        partners.setParticulars(administrator, partner, true);
        assertThat(get("/partners/v1/eido/" + handedOver, key).body())
                .contains("Ann Sample", "tel:5550100", "shouting");
        partners.close(administrator, partner);
        assertThat(get("/partners/v1/eido/" + handedOver, key).statusCode()).isEqualTo(403);
    }

    @Test
    void R55_who_takes_an_incident_out_of_the_house_is_on_record_with_a_fingerprint() {
        var incident = incident(ours);
        int before = exported(incident);
        var document = JSON.readTree(exchange.export(dispatcher, incident));
        assertThat(document.at("/personComponent/0/ncPersonComponent/name/0/personFullName/0/value")
                        .asString())
                .isEqualTo("Ann Sample");
        assertThat(exported(incident)).isEqualTo(before + 1);
    }

    @Test
    void what_is_never_kept_of_a_person_is_left_out_and_the_sender_is_told() throws Exception {
        var eido = eido("2026-11-25T10:00:00Z", "x");
        eido.putArray("personComponent")
                .addObject()
                .put("$id", "p1")
                .putObject("ncPersonComponent")
                .putArray("religion")
                .addObject()
                .put("value", "not to be kept");
        var receipt = JSON.readTree(post(eido, key).body());
        assertThat(receipt.path("leftOut").toString()).isEqualTo("[\"religion\"]");
        assertThat(jdbc.sql("select count(*) from dispatch.received_eido where document::text like '%not to be kept%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int exported(IncidentId incident) {
        return jdbc.sql("""
                        select count(*) from ledger.entry where action = 'dispatch.incident-exported'
                        and subject_id = :id""")
                .param("id", incident.toString())
                .query(Integer.class)
                .single();
    }

    private IncidentFile file(JsonNode receipt) {
        return dispatch.file(
                dispatcher, new IncidentId(UUID.fromString(receipt.path("id").asString())));
    }

    private IncidentId incident(AgencyId agency) {
        var call = new NewCall(
                "Ann Sample",
                "555 0100",
                "1 Market Square",
                new GeoPoint(40.0, -83.0),
                LocationTrust.EXACT,
                "fight",
                null,
                "People are shouting",
                agency,
                null,
                null);
        return dispatch.takeCall(dispatcher, call, key()).incident();
    }

    private static ObjectNode eido(String at, String note) {
        var eido = JSON.createObjectNode();
        eido.put("$id", "urn:emergency:uid:incidentid:abc:there.example")
                .put("lastUpdateTimeStamp", at)
                .put("eidoVersion", "1.0")
                .put("issuingElementIdentification", "there.example")
                .putObject("updatedByAgencyReference")
                .put("$ref", "there.example");
        eido.putArray("agencyComponent").addObject().put("$id", "there.example");
        eido.putObject("incidentComponent")
                .put("incidentTypeCommonRegistryText", "FIGHT")
                .put("incidentCommonPriorityNumber", 9);
        eido.putArray("notesComponent").addObject().put("$id", "n").put("notesActionComments", note);
        eido.putArray("locationComponent")
                .addObject()
                .put("$id", "l")
                .put("locationTypeDescriptionRegistryText", "CurrentIncident")
                .put("locationDescriptionText", "Market Square")
                .put("locationByValue", """
                        <presence xmlns:gml="http://www.opengis.net/gml"><gml:Point \
                        srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>40.0 -83.0</gml:pos></gml:Point></presence>""");
        eido.putObject("x-unknown").put("kept", List.of(1, 2).toString());
        return eido;
    }

    private static ObjectNode sample() throws Exception {
        assumeTrue(Files.exists(SAMPLE), "the sample of NENA-STA-021 is not at " + SAMPLE);
        return (ObjectNode) JSON.readTree(Files.readString(SAMPLE));
    }

    private HttpResponse<String> post(JsonNode eido, String bearer) throws Exception {
        return send(eido.toString(), bearer);
    }

    private HttpResponse<String> send(String body, String bearer) throws Exception {
        return client.send(
                request("/partners/v1/eido", bearer)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String bearer) throws Exception {
        return client.send(request(path, bearer).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String bearer) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + bearer);
    }

    private static CommandKey key() {
        return new CommandKey(UUID.randomUUID().toString());
    }
}
