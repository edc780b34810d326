package org.openbeat.app.desk.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.Outcome;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole endpoint over HTTP, as a client of another organisation meets it. */
@OpenbeatTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Open311IT {
    private static final Path SHARED = Path.of("../../shared/data/open311");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Actor CHIEF = Actor.staff(
            UUID.randomUUID().toString(), "Chief Made Up", new AgencyId("city"), Set.of(Role.STATION_CHIEF));

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Partners partners;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient client = HttpClient.newHttpClient();
    private String key = "";

    /** An answer in either format, and how to look into it. */
    private record Heard(Format format, HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String type() {
            return response.headers().firstValue("Content-Type").orElseThrow();
        }

        Document xml() {
            return Jsoup.parse(response.body(), "", Parser.xmlParser());
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The values of a field, of each item of the outermost list. */
        List<String> all(String each, String field) {
            return format == Format.XML
                    ? xml().select("> * > " + each + " > " + field).stream()
                            .map(Element::wholeText)
                            .toList()
                    : IntStream.range(0, json().size())
                            .mapToObj(i -> json().get(i).get(field))
                            .map(node -> node == null || node.isNull() ? "" : node.asString())
                            .toList();
        }

        List<String> ids() {
            return all("request", "service_request_id");
        }
    }

    @BeforeAll
    void a_partner_gets_a_key() {
        key = partners.issue(CHIEF, "it-" + UUID.randomUUID(), new AgencyId("city"));
    }

    // -- discovery ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(Format.class)
    void discovery_names_the_endpoint_its_formats_and_how_to_get_a_key(Format format) throws Exception {
        for (var path : List.of("/open311/discovery", "/open311/v2/discovery")) {
            var heard = get(format, path);
            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.type()).isEqualToIgnoringCase(format.mediaType().toString());
            assertThat(fieldNames(heard)).containsExactlyInAnyOrderElementsOf(example(format, "discovery"));
        }
        if (format == Format.JSON) {
            var json = get(format, "/open311/discovery").json();
            var endpoint = json.get("endpoints").get(0);
            assertThat(endpoint.get("specification").asString()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
            assertThat(endpoint.get("url").asString()).endsWith("/open311/v2");
            assertThat(endpoint.get("type").asString()).isEqualTo("test");
            assertThat(endpoint.get("formats").toString()).isEqualTo("[\"text/xml\",\"application/json\"]");
            for (var required : List.of("changeset", "contact", "key_service")) {
                assertThat(json.get(required).asString()).isNotBlank();
            }
        }
    }

    // -- services ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(Format.class)
    void services_are_the_public_categories_and_no_private_one(Format format) throws Exception {
        var heard = get(format, "/open311/v2/services");
        assertThat(fieldNames(heard)).containsExactlyInAnyOrderElementsOf(example(format, "service-list"));
        var codes = heard.all("service", "service_code");
        assertThat(codes).contains("street-light", "noise", "fight");
        assertThat(codes).doesNotContain("threats-at-home", "officer-conduct", "person-in-danger");
        assertThat(heard.all("service", "metadata")).contains("true").isSubsetOf("true", "false");
        assertThat(heard.all("service", "type")).contains("realtime", "batch").isSubsetOf("realtime", "batch");
        assertThat(heard.all("service", "keywords")).allMatch(words -> words.matches("[^,]+(, [^,]+)*"));
        assertThat(heard.all("service", "group")).doesNotContain("");
        if (format == Format.JSON) {
            assertValid("services.json", heard);
        }
    }

    @Test
    void services_are_in_the_language_of_the_reader() throws Exception {
        var request = request(Format.JSON, "/open311/v2/services").header("Accept-Language", "zh-CN");
        var heard = new Heard(Format.JSON, client.send(request.build(), BodyHandlers.ofString()));
        assertThat(heard.all("service", "service_name")).contains("路灯损坏");
        assertThat(heard.response().headers().allValues("Vary"))
                .anyMatch(vary -> vary.toLowerCase(java.util.Locale.ROOT).contains("accept-language"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_definition_has_the_questions_in_their_order_with_their_values(Format format) throws Exception {
        var heard = get(format, "/open311/v2/services/street-light");
        assertThat(fieldNames(heard)).containsExactlyInAnyOrderElementsOf(example(format, "service-definition"));
        if (format == Format.JSON) {
            assertValid("service-definition.json", heard);
            var attributes = heard.json().get("attributes");
            assertThat(attributes.get(0).get("order").isInt()).isTrue();
            assertThat(attributes.get(1).get("order").asInt()).isEqualTo(2);
            assertThat(attributes.get(1).get("datatype").asString()).isEqualTo("singlevaluelist");
            assertThat(attributes.get(1).get("values").get(0).get("key").asString())
                    .isEqualTo("out");
            assertThat(attributes.get(0).has("values")).isFalse();
        } else {
            assertThat(heard.xml().select("service_definition > attributes > attribute > values > value > name"))
                    .isNotEmpty();
            assertThat(heard.xml().select("attribute > required").eachText()).containsOnly("false");
        }
        var vehicle =
                get(format, "/open311/v2/services/abandoned-vehicle").response().body();
        assertThat(vehicle).contains("required").contains("true").contains("datatype_description");
    }

    // -- creating requests -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_report_is_taken_with_all_its_fields_and_none_of_the_sender_is_ever_shown(Format format) throws Exception {
        var heard = post(
                format,
                "api_key",
                key,
                "jurisdiction_id",
                "test.example",
                "service_code",
                "street-light",
                "lat",
                "40.00021",
                "long",
                "-83.00037",
                "address_string",
                "12 Mill Lane",
                "address_id",
                "",
                "email",
                "resident@example.org",
                "device_id",
                "device-77",
                "account_id",
                "account-88",
                "first_name",
                "Resi",
                "last_name",
                "Dent",
                "phone",
                "555-0100",
                "description",
                "Zwölf lamps\r\nare out <b>路灯</b>",
                "media_url",
                "http://127.0.0.1:" + port + "/never",
                "attribute[fault]",
                "out",
                "attribute[lamp]",
                "L-9");

        assertThat(heard.status()).isEqualTo(200);
        assertThat(fieldNames(heard)).containsExactlyInAnyOrderElementsOf(example(format, "service-request-post"));
        var id = heard.ids().getFirst();
        var row = jdbc.sql("select * from desk.report where reference = :id")
                .param("id", id)
                .query()
                .singleRow();
        assertThat(row.get("description").toString())
                .startsWith("Zwölf lamps\nare out <b>路灯</b>")
                .contains("media_url: http://127.0.0.1");
        assertThat(row.get("contact_name")).isEqualTo("Resi Dent");
        assertThat(row.get("contact_email")).isEqualTo("resident@example.org");
        assertThat(row.get("contact_phone")).isEqualTo("555-0100");
        assertThat(row.get("answers").toString()).contains("L-9", "out");
        assertThat(row.get("channel")).isEqualTo("OPEN311");
        assertThat(row.toString()).doesNotContain("device-77", "account-88");

        var shown = get(format, "/open311/v2/requests/" + id);
        assertThat(fieldNames(shown)).containsExactlyInAnyOrderElementsOf(example(format, "service-request"));
        assertThat(shown.response().body()
                        + get(format, "/open311/v2/requests/" + id, "extensions", "true")
                                .response()
                                .body())
                .doesNotContain("Resi", "Dent", "resident@", "555-0100", "Zwölf", "Mill Lane", "L-9", "/never")
                .doesNotContain("40.00021", "83.00037");
        if (format == Format.JSON) {
            assertValid("requests.json", shown);
            assertThat(shown.json().get(0).get("lat").isNumber()).isTrue();
            assertThat(shown.json().get(0).get("description").isNull()).isTrue();
        }
    }

    @Test
    void the_same_idempotency_key_stores_one_report() throws Exception {
        var fields = fields(
                "api_key",
                key,
                "service_code",
                "noise",
                "address_string",
                "Mill Lane",
                "attribute[when][]",
                "day",
                "attribute[when][]",
                "night");
        var ids = new TreeSet<String>();
        for (int i = 0; i < 3; i++) {
            var request = request(Format.JSON, "/open311/v2/requests")
                    .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                    .header("Idempotency-Key", "same-one")
                    .POST(BodyPublishers.ofString(fields));
            ids.addAll(new Heard(Format.JSON, client.send(request.build(), BodyHandlers.ofString())).ids());
        }
        assertThat(ids).hasSize(1);
        assertThat(jdbc.sql("select answers::text from desk.report where reference = :id")
                        .param("id", ids.first())
                        .query(String.class)
                        .single())
                .contains("day", "night");
    }

    @Test
    void a_picture_may_come_with_the_form_and_is_drawn_anew() throws Exception {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        var heard = sendParts(png.toByteArray());
        assertThat(heard.status()).isEqualTo(200);
        var picture = jdbc.sql("""
                        select p.picture from desk.photo p join desk.report r on r.id = p.report
                        where r.reference = :id""")
                .param("id", heard.ids().getFirst())
                .query(byte[].class)
                .single();
        assertThat(picture).startsWith(0xff, 0xd8);
        assertRefused(sendParts("no picture at all".getBytes(StandardCharsets.UTF_8)), 400, "");
    }

    private Heard sendParts(byte[] picture) throws Exception {
        var body = new ByteArrayOutputStream();
        for (var field : List.of("api_key=" + key, "service_code=noise", "address_string=Mill Lane")) {
            int equals = field.indexOf('=');
            body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"" + field.substring(0, equals)
                            + "\"\r\n\r\n" + field.substring(equals + 1) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = request(Format.JSON, "/open311/v2/requests")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return new Heard(Format.JSON, client.send(request.build(), BodyHandlers.ofString()));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void an_urgent_report_is_answered_with_a_token_that_leads_to_its_number(Format format) throws Exception {
        var heard = post(format, "api_key", key, "service_code", "fight", "lat", "40.01", "long", "-83.01");
        var token = heard.all("request", "token").getFirst();
        assertThat(token).hasSize(40);
        assertThat(heard.response().body()).doesNotContain("service_request_id").contains("112");

        var found = get(format, "/open311/v2/tokens/" + token);
        assertThat(fieldNames(found)).containsExactlyInAnyOrderElementsOf(example(format, "request-from-token"));
        assertThat(found.all("request", "token")).containsExactly(token);
        assertThat(get(format, "/open311/v2/requests/" + found.ids().getFirst()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | api_key is missing | service_code=noise&address_string=x",
                "403 | api_key is missing | api_key=&service_code=noise&address_string=x",
                "403 | api_key is not known | api_key=wrong&service_code=noise&address_string=x",
                "404 | no jurisdiction_id | KEY&jurisdiction_id=elsewhere.example&service_code=noise&address_string=x",
                "404 | no service_code nonsense | KEY&service_code=nonsense&address_string=x",
                "404 | no service_code threats-at-home | KEY&service_code=threats-at-home&address_string=x",
                "400 | service_code is required | KEY&address_string=x",
                "400 | A place is required | KEY&service_code=noise",
                "400 | A place is required | KEY&service_code=noise&lat=&long=&address_string=",
                "400 | lat and long are sent together | KEY&service_code=noise&lat=40",
                "400 | lat and long are decimal degrees | KEY&service_code=noise&lat=91&long=0",
                "400 | lat and long are decimal degrees | KEY&service_code=noise&lat=NaN&long=0",
                "400 | lat and long are decimal degrees | KEY&service_code=noise&lat=north&long=0",
                "400 | attribute[kind] is required | KEY&service_code=abandoned-vehicle&address_string=x",
                "400 | of the kind that the question asks | KEY&service_code=street-light&address_string=x&attribute[fault]=blue",
                "400 | has no question | KEY&service_code=street-light&address_string=x&attribute[colour]=blue",
                "400 | media_url is no http | KEY&service_code=noise&address_string=x&media_url=file:///etc/passwd",
                "400 | media_url is no http | KEY&service_code=noise&address_string=x&media_url=javascript:alert(1)"
            })
    void what_cannot_be_taken_is_refused_with_the_reason(int status, String reason, String form) throws Exception {
        var body = form.replace("KEY", "api_key=" + key).replace("[", "%5B").replace("]", "%5D");
        for (var format : Format.values()) {
            assertRefused(send(format, body), status, reason);
        }
    }

    @Test
    void a_description_of_4000_characters_is_taken_and_one_of_4001_is_not() throws Exception {
        var words = "路".repeat(4_000);
        assertThat(post(Format.JSON, "api_key", key, "service_code", "noise", "address_id", "77", "description", words)
                        .status())
                .isEqualTo(200);
        assertRefused(
                post(
                        Format.XML,
                        "api_key",
                        key,
                        "service_code",
                        "noise",
                        "address_id",
                        "7",
                        "description",
                        words + "x"),
                400,
                "description has more than 4000 characters");
    }

    @Test
    void a_key_is_kept_only_as_a_hash_and_one_that_was_taken_back_is_wrong() throws Exception {
        var name = "gone-" + UUID.randomUUID();
        var other = partners.issue(CHIEF, name, new AgencyId("city"));
        assertThat(jdbc.sql("select string_agg(partner::text, ' ') from desk.partner")
                        .query(String.class)
                        .single())
                .doesNotContain(other);
        assertThat(post(Format.JSON, "api_key", other, "service_code", "noise", "address_string", "x")
                        .status())
                .isEqualTo(200);
        partners.close(CHIEF, name);
        assertRefused(
                post(Format.JSON, "api_key", other, "service_code", "noise", "address_string", "x"),
                403,
                "api_key is not known");
    }

    // -- reading requests --------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(Format.class)
    void requests_are_filtered_by_number_service_status_and_time(Format format) throws Exception {
        var start = Instant.parse("2020-03-08T05:00:00Z").plus(Duration.ofDays(100L * format.ordinal()));
        var light = stored("street-light", start.plusSeconds(3_600));
        var noise = stored("noise", start.plusSeconds(7_200));
        var theft = stored("theft", start.plusSeconds(10_800));
        desk.change(CHIEF, noise.id(), new Change.Resolve(Outcome.SPOKE_WITH, "They agreed on ten o'clock.", true));
        jdbc.sql("update desk.report set closed_at = :at, changed_at = :at where reference = :id")
                .param("at", start.plusSeconds(90_000).atOffset(ZoneOffset.UTC))
                .param("id", noise.reference())
                .update();
        var from = W3cTime.format(start, ZoneOffset.UTC);
        var to = W3cTime.format(start.plus(Duration.ofDays(1)), ZoneOffset.UTC);

        assertThat(list(format, "start_date", from, "end_date", to).ids())
                .as("the newest first")
                .containsExactly(theft.reference(), noise.reference(), light.reference());
        assertThat(list(format, "start_date", from, "end_date", to, "service_code", "noise,theft")
                        .ids())
                .containsExactly(theft.reference(), noise.reference());
        assertThat(list(format, "start_date", from, "end_date", to, "status", "closed")
                        .ids())
                .containsExactly(noise.reference());
        assertThat(list(format, "start_date", from, "end_date", to, "status", "open,closed")
                        .ids())
                .hasSize(3);
        assertThat(list(format, "start_date", from, "end_date", to, "page", "2", "page_size", "2")
                        .ids())
                .containsExactly(light.reference());
        assertThat(list(
                                format,
                                "service_request_id",
                                light.reference() + ",NONE-NONE," + theft.reference(),
                                "status",
                                "closed",
                                "end_date",
                                "nonsense")
                        .ids())
                .as("numbers override everything else")
                .containsExactly(theft.reference(), light.reference());
        var changed = W3cTime.format(start.plusSeconds(89_999), ZoneOffset.UTC);
        var before = W3cTime.format(start.plusSeconds(90_001), ZoneOffset.UTC);
        assertThat(list(format, "updated_after", changed, "updated_before", before)
                        .ids())
                .containsExactly(noise.reference());
        assertThat(list(format, "jurisdiction_id", "test.example").ids())
                .as("none of them is of the last 90 days")
                .doesNotContain(light.reference(), noise.reference(), theft.reference());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_closed_request_tells_what_was_done_and_when_in_the_zone_of_the_place(Format format) throws Exception {
        // The clock goes back in New York at 06:00 UTC: received in summer time, closed in winter time.
        var received = Instant.parse("2019-11-03T05:30:00Z").plusSeconds(format.ordinal());
        var noise = stored("noise", received);
        desk.change(CHIEF, noise.id(), new Change.Resolve(Outcome.SPOKE_WITH, "They agreed on ten o'clock.", true));
        jdbc.sql("update desk.report set closed_at = :at where reference = :id")
                .param("at", Instant.parse("2019-11-03T06:30:00Z").atOffset(ZoneOffset.UTC))
                .param("id", noise.reference())
                .update();

        var heard = get(format, "/open311/v2/requests/" + noise.reference(), "extensions", "true");
        assertThat(heard.all("request", "status")).containsExactly("closed");
        assertThat(heard.all("request", "status_notes").getFirst())
                .startsWith("We spoke with those involved")
                .contains("They agreed on ten o'clock.");
        assertThat(heard.all("request", "requested_datetime").getFirst())
                .isEqualTo("2019-11-03T01:30:0" + format.ordinal() + "-04:00");
        assertThat(heard.all("request", "updated_datetime")).containsExactly("2019-11-03T01:30:00-05:00");
        assertThat(heard.all("request", "expected_datetime").getFirst()).endsWith("-05:00");
        assertThat(heard.all("request", "agency_responsible").getFirst()).isNotBlank();
        assertThat(heard.response().body()).contains("extended_attributes", "notes", "opened", "spoke-with");
        if (format == Format.JSON) {
            assertValid("requests.json", heard);
            assertThat(heard.json().get(0).get("notes").get(1).get("type").asString())
                    .isEqualTo("closed");
            assertThat(heard.json().get(0).get("attributes").isEmpty()).isTrue();
        }
    }

    @Test
    void text_about_the_outcome_that_no_human_released_stays_inside() throws Exception {
        var noise = stored("noise", Instant.parse("2018-05-05T12:00:00Z"));
        desk.change(CHIEF, noise.id(), new Change.Resolve(Outcome.SPOKE_WITH, "Flat 7 was the source.", false));
        assertThat(get(Format.JSON, "/open311/v2/requests/" + noise.reference())
                        .response()
                        .body())
                .contains("We spoke with those involved")
                .doesNotContain("Flat 7");
    }

    @Test
    void a_report_of_a_private_category_does_not_exist_here() throws Exception {
        var secret = stored("officer-conduct", Instant.parse("2018-06-05T12:00:00Z"));
        for (var format : Format.values()) {
            assertRefused(get(format, "/open311/v2/requests/" + secret.reference()), 404, "no service_request_id");
            assertThat(list(format, "service_request_id", secret.reference()).ids())
                    .isEmpty();
            assertThat(list(format, "start_date", "2018-06-05T00:00:00Z", "end_date", "2018-06-06T00:00:00Z")
                            .ids())
                    .isEmpty();
            assertRefused(list(format, "service_code", "officer-conduct"), 404, "no service_code");
            assertRefused(get(format, "/open311/v2/services/officer-conduct"), 404, "no service_code");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/open311/v2/services/nonsense, 404, no service_code nonsense",
        "/open311/v2/requests/NONE-NONE, 404, no service_request_id NONE-NONE",
        "/open311/v2/tokens/123, 404, no token 123",
        "/open311/v2/nothing, 404, no such resource",
        "/open311/v2/services?jurisdiction_id=elsewhere, 404, no jurisdiction_id elsewhere",
        "/open311/v2/services/noise?jurisdiction_id=elsewhere, 404, no jurisdiction_id",
        "/open311/v2/requests?jurisdiction_id=elsewhere, 404, no jurisdiction_id",
        "/open311/v2/requests/X?jurisdiction_id=elsewhere, 404, no jurisdiction_id",
        "/open311/v2/tokens/X?jurisdiction_id=elsewhere, 404, no jurisdiction_id",
        "/open311/v2/requests?service_code=nonsense, 404, no service_code nonsense",
        "/open311/v2/requests?status=done, 400, status is open",
        "/open311/v2/requests?start_date=x, 400, start_date is no time",
        "/open311/v2/requests?start_date=2026-01-01&end_date=2026-12-01, 400, 90 days apart",
        "/open311/v2/requests?page_size=5000, 400, page_size is a whole number",
        "/open311/v2/requests?page=0, 400, page is a whole number"
    })
    void errors_are_a_list_of_code_and_description(String address, int status, String reason) throws Exception {
        for (var format : Format.values()) {
            int query = address.indexOf('?');
            var path = query < 0 ? address : address.substring(0, query);
            var heard = send(format, path + ending(format) + (query < 0 ? "" : address.substring(query)), null);
            assertRefused(heard, status, reason);
        }
    }

    @Test
    void hostile_values_of_every_parameter_are_answered_in_the_format_that_was_asked_for() throws Exception {
        var random = new Random(311);
        var nasty = List.of(
                "",
                " ",
                ",,,",
                "%",
                "'",
                "\";drop table desk.report;--",
                "<b>",
                "]]>",
                "\u202e",
                "\ud83d\udeb2",
                "-1",
                "0",
                "1e999",
                "NaN",
                "Infinity",
                "99999999999999999999",
                "2026-02-30T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01",
                "0000-00-00",
                "open,closed,open",
                "../../etc/passwd",
                "x".repeat(5_000),
                "true",
                "[]",
                "{}",
                "street-light",
                "noise",
                "12345678-9",
                "\r\nX: y",
                "${7*7}",
                "#{T(x)}");
        var reading = List.of(
                "jurisdiction_id",
                "service_request_id",
                "service_code",
                "start_date",
                "end_date",
                "status",
                "page",
                "page_size",
                "updated_after",
                "updated_before",
                "extensions");
        var writing = List.of(
                "service_code",
                "lat",
                "long",
                "address_string",
                "address_id",
                "email",
                "device_id",
                "account_id",
                "first_name",
                "last_name",
                "phone",
                "description",
                "media_url",
                "attribute[fault]",
                "attribute[]",
                "attribute[lamp][]",
                "attribute[[x]]");
        for (int i = 0; i < 500; i++) {
            var format = Format.values()[i % 2];
            var names = i % 4 < 2 ? reading : writing;
            var form = names.stream()
                    .filter(name -> random.nextInt(3) == 0)
                    .map(name -> encoded(name) + "=" + encoded(nasty.get(random.nextInt(nasty.size()))))
                    .collect(Collectors.joining("&"));
            var heard = i % 4 < 2
                    ? send(format, "/open311/v2/requests" + ending(format) + "?" + form, null)
                    : send(format, "api_key=" + key + "&" + form);
            assertThat(heard.status()).as(form).isLessThan(500);
            if (heard.status() >= 400) {
                assertThat(heard.response().body()).as(form).containsAnyOf("<errors>", "\"description\"", "\"detail\"");
            }
        }
    }

    @Test
    void the_page_for_developers_lists_every_service_and_no_private_one() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/open311"));
        var page = client.send(request.build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("street-light", "/open311/v2", "America/New_York", "test.example")
                .doesNotContain("threats-at-home");
    }

    // -- how it is asked ---------------------------------------------------------------------------------------------

    private record Stored(ReportId id, String reference) {}

    private Stored stored(String category, Instant at) {
        var where = new Whereabouts("here", new GeoPoint(40, -83), Whereabouts.Source.ADDRESS, false, null);
        var report = NewReport.of(category, "Words of the sender", where, Channel.WEB);
        if (category.equals("officer-conduct")) {
            report = withAnswer(report, "kind", "complaint");
        } else if (category.equals("theft")) {
            report = withAnswer(report, "goods", "a bicycle");
        }
        var accepted = desk.submit(
                Actor.RESIDENT, report, new SubmissionKey(UUID.randomUUID().toString()));
        jdbc.sql("update desk.report set received_at = :at, due_at = :due, changed_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("due", at.plus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC))
                .param("id", accepted.report().value())
                .update();
        return new Stored(accepted.report(), accepted.reference().value());
    }

    private static NewReport withAnswer(NewReport report, String code, String answer) {
        return new NewReport(
                report.category(),
                report.description(),
                report.where(),
                null,
                java.util.Map.of(code, List.of(answer)),
                List.of(),
                report.contact(),
                report.language(),
                report.channel(),
                true);
    }

    private static void assertRefused(Heard heard, int status, String reason) {
        assertThat(heard.status()).isEqualTo(status);
        assertThat(heard.type())
                .isEqualToIgnoringCase(heard.format().mediaType().toString());
        assertThat(heard.all("error", "code")).containsOnly(Integer.toString(status));
        assertThat(heard.all("error", "description")).anyMatch(description -> description.contains(reason));
    }

    private static void assertValid(String schema, Heard heard) throws Exception {
        assumeTrue(Files.exists(SHARED), "the schemas of GeoReport v2 are not at " + SHARED.toAbsolutePath());
        var file = SHARED.resolve(schema).toRealPath();
        var faults = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(file.toUri())
                .validate(heard.response().body(), com.networknt.schema.InputFormat.JSON);
        assertThat(faults).isEmpty();
    }

    /** The names of all elements or members in the specification's own example. */
    private static Set<String> example(Format format, String name) throws Exception {
        assumeTrue(Files.exists(SHARED), "the examples of GeoReport v2 are not at " + SHARED.toAbsolutePath());
        var text = Files.readString(SHARED.resolve("example-" + name + ending(format)));
        return format == Format.XML ? elements(text) : members(text);
    }

    private static Set<String> fieldNames(Heard heard) {
        var text = heard.response().body();
        return heard.format() == Format.XML ? elements(text) : members(text);
    }

    private static Set<String> elements(String xml) {
        var names = new TreeSet<String>();
        Jsoup.parse(xml, "", Parser.xmlParser()).getAllElements().stream()
                .map(Element::tagName)
                .filter(tag -> !tag.startsWith("#"))
                .forEach(names::add);
        return names;
    }

    /** Read by their look, because the specification's examples are not all valid JSON ({@code "service_code":001}). */
    private static Set<String> members(String json) {
        var names = new TreeSet<String>();
        java.util.regex.Pattern.compile("\"([a-z_]+)\"\\s*:")
                .matcher(json)
                .results()
                .forEach(found -> names.add(found.group(1)));
        return names;
    }

    private Heard list(Format format, String... query) throws Exception {
        return get(format, "/open311/v2/requests", query);
    }

    private Heard get(Format format, String path, String... query) throws Exception {
        return send(format, path + ending(format) + (query.length == 0 ? "" : "?" + fields(query)), null);
    }

    private Heard post(Format format, String... form) throws Exception {
        return send(format, fields(form));
    }

    private Heard send(Format format, String form) throws Exception {
        return send(format, "/open311/v2/requests" + ending(format), form);
    }

    private Heard send(Format format, String address, @org.jspecify.annotations.Nullable String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                    .POST(BodyPublishers.ofString(form));
        }
        return new Heard(format, client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(Format format, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + ending(format)));
    }

    private static String ending(Format format) {
        return "." + format.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String fields(String... namesAndValues) {
        return String.join(
                "&",
                Stream.iterate(0, i -> i + 2)
                        .limit(namesAndValues.length / 2)
                        .map(i -> encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]))
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
