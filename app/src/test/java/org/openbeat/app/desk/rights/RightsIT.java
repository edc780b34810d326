package org.openbeat.app.desk.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.approval.Approvals;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.access.purpose.Purpose;
import org.openbeat.app.access.purpose.PurposeKind;
import org.openbeat.app.access.purpose.Purposes;
import org.openbeat.app.desk.Accepted;
import org.openbeat.app.desk.Browser;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Role;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OpenbeatTest
class RightsIT {
    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Desk desk;

    @Autowired
    DataRequests requests;

    @Autowired
    CopyPdf pdf;

    @Autowired
    Purposes purposes;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Town town;
    private Actor officer;
    private Actor chief;
    private Browser resident;

    @BeforeEach
    void people() {
        town = new Town(access, desk);
        officer = town.staff(Role.COMMUNITY_OFFICER);
        chief = town.staff(Role.STATION_CHIEF);
        resident = new Browser(port);
    }

    @AfterEach
    void close() {
        resident.close();
    }

    private Accepted report() {
        return town.report("street-light", "路灯坏了三天 and the lamp hums", "Li Invented", List.of());
    }

    /** Why this member of staff reads it: the person asked. */
    private void state(Actor reader, Accepted report) {
        var wanted = new Purpose.Covered(
                DataRequests.subject(report.report()), report.reference().value());
        purposes.state(reader, PurposeKind.PERSON_REQUEST, report.reference().value(), wanted);
    }

    private void grant(Accepted report, DataRequest.Kind kind) {
        var request = requests.ask(report.link(), kind, "");
        requests.decide(officer, request, true, "It is theirs");
        var waiting = requests.get(officer, request);
        approvals.approve(chief, new ProposalId(Objects.requireNonNull(waiting.proposal())));
    }

    @Test
    void each_kind_has_its_own_clock_that_both_sides_see() {
        var report = report();
        var copy = requests.ask(report.link(), DataRequest.Kind.COPY, "");
        var correction = requests.ask(report.link(), DataRequest.Kind.CORRECTION, "It was four days");
        var erasure = requests.ask(report.link(), DataRequest.Kind.ERASURE, "");
        assertThat(List.of(copy, correction, erasure))
                .extracting(id -> requests.get(officer, id))
                .extracting(request -> Duration.between(request.asked(), request.due()))
                .containsExactly(Duration.ofDays(14), Duration.ofDays(7), Duration.ofDays(21));
        assertThatThrownBy(() -> requests.ask(report.link(), DataRequest.Kind.COPY, ""))
                .hasMessage("request-open-already");
        var page = resident.get("/r/" + report.link().value()).page();
        assertThat(page.select("#rights").text())
                .contains("Copy of the data", "Correction", "Erasure", "Answer due by", "Waits for the desk");
        var staff = new Browser(port);
        staff.signIn(access, Town.CITY, Role.STATION_CHIEF);
        assertThat(staff.get("/desk/requests").page().text())
                .contains(report.reference().value());
        staff.close();
    }

    @Test
    void a_correction_stands_beside_the_first_account_and_both_are_shown() {
        var report = report();
        var id = requests.ask(report.link(), DataRequest.Kind.CORRECTION, "It was four days, not three");
        state(officer, report);
        var opened = desk.open(officer, report.reference());
        assertThat(opened.report().content().description()).contains("路灯坏了三天");
        assertThat(opened.entries())
                .anySatisfy(entry -> assertThat(entry.text()).isEqualTo("It was four days, not three"));
        requests.decide(officer, id, true, "Noted; the crew knows");
        assertThat(resident.get("/r/" + report.link().value())
                        .page()
                        .select("#rights")
                        .text())
                .contains("Done", "Noted; the crew knows");
        assertThatThrownBy(() -> requests.decide(officer, id, false, "No")).hasMessage("request-decided");
    }

    @Test
    void a_copy_is_there_after_two_agreed_and_its_form_is_the_schema_s() {
        var report = report();
        desk.change(officer, report.report(), new Change.Note("Between us"));
        desk.change(officer, report.report(), new Change.Reply("We come on Monday"));
        var address = "/r/" + report.link().value() + "/data.json";
        assertThat(resident.get(address).status()).isEqualTo(404);
        grant(report, DataRequest.Kind.COPY);
        var copy = json.readTree(resident.get(address).text());
        assertThat(copy.at("/report/description").asString()).contains("路灯坏了三天");
        assertThat(copy.at("/contact/name").asString()).isEqualTo("Li Invented");
        assertThat(copy.at("/withheldNotes").asInt()).isEqualTo(1);
        assertThat(copy.toString()).contains("We come on Monday").doesNotContain("Between us");
        var schema =
                json.readTree(resident.get("/assets/desk/data-copy.schema.json").text());
        var unknown = new TreeSet<String>();
        compare("", copy, schema, unknown);
        assertThat(unknown).as("what the schema does not describe").isEmpty();
        assertThat(schema.at("/required").valueStream().map(JsonNode::asString))
                .allSatisfy(name -> assertThat(copy.has(name)).as(name).isTrue());
        assertThat(jdbc.sql("""
                        select count(*) from ledger.entry where action = 'desk.data-request-fetched'
                        and subject_id = :id""")
                        .param(
                                "id",
                                requests.of(report.report()).getFirst().id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static void compare(String path, JsonNode value, JsonNode schema, Set<String> unknown) {
        if (value.isArray()) {
            value.forEach(item -> compare(path + "[]", item, schema.path("items"), unknown));
        } else if (value.isObject() && !schema.has("additionalProperties")) {
            value.properties().forEach(entry -> {
                var property = schema.path("properties").path(entry.getKey());
                if (property.isMissingNode()) {
                    unknown.add(path + "/" + entry.getKey());
                } else {
                    compare(path + "/" + entry.getKey(), entry.getValue(), property, unknown);
                }
            });
        }
    }

    @Test
    void the_document_to_read_has_the_chinese_words_in_it() throws Exception {
        var report = report();
        grant(report, DataRequest.Kind.COPY);
        var answer = resident.reading("zh-CN").get("/r/" + report.link().value() + "/data.pdf");
        assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        var text = new StringBuilder();
        try (var reader = new PdfReader(answer.body())) {
            var extractor = new PdfTextExtractor(reader);
            for (int i = 1; i <= reader.getNumberOfPages(); i++) {
                text.append(extractor.getTextFromPage(i));
            }
        }
        assertThat(text.toString().replaceAll("\\s", "")).contains("路灯坏了三天", "您的数据副本", "联系方式", "LiInvented");
        assertThat(pdf.of(Map.of("organisation", "X", "zone", "UTC"), Locale.ENGLISH))
                .isNotEmpty();
    }

    @Test
    void a_second_person_who_refuses_sends_the_request_back_to_the_desk() {
        var report = report();
        var id = requests.ask(report.link(), DataRequest.Kind.COPY, "");
        requests.decide(officer, id, true, "It is theirs");
        var proposal =
                new ProposalId(Objects.requireNonNull(requests.get(officer, id).proposal()));
        approvals.refuse(chief, proposal, "A neighbour is named in it");
        assertThat(requests.get(officer, id).status()).isEqualTo(DataRequest.Status.OPEN);
        requests.decide(officer, id, false, "It tells of others; come to the station");
        assertThat(resident.get("/r/" + report.link().value())
                        .page()
                        .select("#rights")
                        .text())
                .contains("Refused", "It tells of others");
    }

    @Test
    void only_the_sender_asks_and_only_whoever_may_read_the_report_decides() {
        var report = report();
        var follower = desk.follow(Actor.RESIDENT, report.report());
        assertThatThrownBy(() -> requests.ask(follower, DataRequest.Kind.COPY, ""))
                .hasMessage("report-unknown");
        var id = requests.ask(report.link(), DataRequest.Kind.COPY, "");
        assertThatThrownBy(() -> requests.withdraw(report().link(), id)).hasMessage("request-unknown");
        var taker = town.staff(Role.CALL_TAKER);
        assertThatThrownBy(() -> requests.decide(taker, id, false, "No")).hasMessage("forbidden");
        assertThatThrownBy(() -> requests.decide(officer, id, false, " ")).hasMessage("reason-missing");
        requests.withdraw(report.link(), id);
        assertThat(requests.get(officer, id).status()).isEqualTo(DataRequest.Status.WITHDRAWN);
    }

    @Test
    void the_pages_take_request_and_decision_and_show_the_dry_run() {
        var report = report();
        var page = resident.get("/r/" + report.link().value());
        var asked = resident.press(page, "/r/" + report.link().value() + "/requests", "", "", "kind", "ERASURE");
        assertThat(asked.page().select("#rights").text()).contains("Erasure", "Waits for the desk");
        var request = requests.of(report.report()).getFirst();
        var staff = new Browser(port);
        staff.signIn(access, Town.CITY, Role.STATION_CHIEF);
        var path = "/desk/requests/" + request.id();
        var closed = staff.get(path);
        assertThat(closed.text()).as("nobody reads without a purpose").doesNotContain("路灯坏了三天");
        var shown = staff.press(closed, "/purposes", "", "");
        assertThat(shown.path()).isEqualTo(path);
        assertThat(shown.text()).contains("路灯坏了三天");
        assertThat(shown.page().text()).contains("desk.report: 1", "The report is still open");
        staff.press(shown, path + "/hold", "", "", "reason", "A court asks", "until", "2027-06-01");
        assertThat(staff.get(path).page().text()).contains("A court asks");
        var decided = staff.press(shown, path + "/decide", "grant", "false", "reason", "It is still open");
        assertThat(decided.page().text()).contains("Refused", "It is still open");
        staff.close();
    }
}
