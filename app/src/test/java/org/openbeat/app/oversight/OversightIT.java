package org.openbeat.app.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.desk.Accepted;
import org.openbeat.app.desk.Browser;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Contact;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the oversight body and the chief of a station see of who reads whom. */
@OpenbeatTest
class OversightIT {
    private static final AgencyId CITY = new AgencyId("city");
    private static final AgencyId BODY = new AgencyId("purpose-oversight");

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    private Browser officer = new Browser(0);
    private Browser body = new Browser(0);
    private Browser chief = new Browser(0);
    private Actor reader = Actor.SYSTEM;
    private Actor overseer = Actor.SYSTEM;
    private Actor head = Actor.SYSTEM;

    @BeforeEach
    void signIn() {
        officer = new Browser(port);
        body = new Browser(port);
        chief = new Browser(port);
        reader = officer.signIn(access, CITY, Role.COMMUNITY_OFFICER);
        overseer = body.signIn(access, BODY, Role.OVERSIGHT);
        head = chief.signIn(access, CITY, Role.STATION_CHIEF);
    }

    @AfterEach
    void close() {
        officer.close();
        body.close();
        chief.close();
    }

    private Accepted report(String category, Map<String, List<String>> answers) {
        var sent = new NewReport(
                category,
                "Oversightword",
                Whereabouts.described("by the pond"),
                null,
                answers,
                List.of(),
                new Contact("Lou Madeup", "", "", false),
                Locale.ENGLISH,
                Channel.WEB,
                false);
        return desk.submit(
                Actor.RESIDENT, sent, new SubmissionKey(UUID.randomUUID().toString()));
    }

    private Accepted opened() {
        var report = report("question", Map.of());
        desk.change(reader, report.report(), new Change.TakeOn());
        desk.open(reader, report.reference());
        return report;
    }

    private List<Map<String, Object>> acts(Actor who) {
        return jdbc.sql("select act, label, found, fingerprint from access.lookup where account = :account order by at")
                .param("account", who.id())
                .query()
                .listOfRows();
    }

    private static String fingerprint(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void oversight_finds_who_read_what_and_why_and_nobody_else_may_look() {
        var report = opened();
        var page = body.get("/oversight/records?about=" + report.reference().value());
        assertThat(page.page().select("#count").text()).isEqualTo("1 record");
        assertThat(page.page().select("tbody tr").text())
                .contains("Sam Invented", "Community officer, city", "Opened", "Assigned to it")
                .doesNotContain("Lou Madeup", "Oversightword");
        for (var path : List.of("/oversight", "/oversight/records", "/oversight/records.csv", "/oversight/glass")) {
            assertThat(chief.get(path).status()).as(path).isEqualTo(403);
            assertThat(officer.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void R55_an_export_is_what_the_filter_shows_and_is_recorded_with_row_count_and_fingerprint() throws Exception {
        var report = opened();
        var file = body.get("/oversight/records.csv?about=" + report.reference().value());
        var lines = new String(file.body(), StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[1]).contains(reader.id(), "READ", report.reference().value());
        assertThat(acts(overseer))
                .anySatisfy(act -> assertThat(act)
                        .containsEntry("act", "EXPORTED")
                        .containsEntry("found", 1)
                        .containsEntry("fingerprint", fingerprint(file.body())));
        var digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(file.body()));
        assertThat(file.headers().get("repr-digest")).containsExactly("sha-256=:" + digest + ":");
        // The right to take the audit of a report away is another than that to read it.
        var commander = new Browser(port);
        commander.signIn(access, CITY, Role.COMMANDER);
        var audit = "/desk/reports/" + report.reference().value() + "/audit";
        assertThat(commander.get(audit).status()).isEqualTo(200);
        assertThat(commander.get(audit + ".csv").status()).isEqualTo(403);
        commander.close();
    }

    @Test
    void R68_the_audit_of_one_report_with_changes_and_reads_exports_for_the_chief_of_its_station() throws Exception {
        var report = opened();
        var address = "/desk/reports/" + report.reference().value() + "/audit";
        var page = chief.get(address).page();
        assertThat(page.select("tbody tr").text())
                .contains("Somebody took it on", "Opened", "Sam Invented", "because they work on it")
                .doesNotContain("Lou Madeup", "Oversightword");
        var file = chief.get(address + ".csv");
        assertThat(new String(file.body(), StandardCharsets.UTF_8).lines())
                .anySatisfy(line -> assertThat(line).contains("TAKEN_ON"))
                .anySatisfy(line -> assertThat(line).contains("READ", "COMMUNITY_OFFICER", "ASSIGNED"));
        assertThat(acts(head))
                .extracting(act -> act.get("act"))
                .containsExactly("AUDIT_READ", "AUDIT_READ", "EXPORTED");
        assertThat(acts(head).getLast()).containsEntry("fingerprint", fingerprint(file.body()));

        var elsewhere = new Browser(port);
        elsewhere.signIn(access, new AgencyId("other-town"), Role.STATION_CHIEF);
        assertThat(elsewhere.get(address).status()).isEqualTo(404);
        elsewhere.close();
        assertThat(officer.get(address).status()).isEqualTo(403);
    }

    @Test
    void R69_the_audit_covers_accounts_and_roles_places_that_staff_look_up_and_the_reading_of_the_audit_itself() {
        officer.get("/api/places/suggest?q=Mill");
        officer.get("/api/places/suggest?q=Mill%20Lane");
        body.get("/oversight");
        body.get("/oversight/records");
        body.get("/oversight/statistics");
        assertThat(acts(reader)).extracting(act -> act.get("act")).containsExactly("PLACE_SOUGHT");
        assertThat(acts(overseer)).extracting(act -> act.get("act")).contains("AUDIT_READ");
        var actions = jdbc.sql(
                        "select distinct action from ledger.entry where subject_id = :id or action like 'access.%'")
                .param("id", reader.id())
                .query(String.class)
                .list();
        assertThat(actions)
                .contains("access.account-opened", "access.place-sought", "access.audit-read", "access.signed-in");
    }

    @Test
    void oversight_is_told_of_break_glass_on_every_page_until_it_has_seen_it() {
        var report = report("question", Map.of());
        var address = "/desk/reports/" + report.reference().value();
        var opened =
                officer.press(officer.get(address), "/purposes/break-glass", "", "", "reason", "A child is missing");
        assertThat(opened.text()).contains("Lou Madeup", "Justify it by", "You broke the glass");
        for (var told : List.of(body, chief)) {
            assertThat(told.get("/staff")
                            .page()
                            .select(".ob-notices .is-urgent")
                            .text())
                    .contains("glass");
            assertThat(told.get("/purposes/told").text()).contains("A child is missing", "Sam Invented");
            told.press(told.get("/purposes/told"), "/purposes/told/seen", "", "");
            assertThat(told.get("/staff").page().select(".ob-notices .is-urgent"))
                    .isEmpty();
        }
        var due = officer.get("/purposes");
        var action = due.page().select("form[action$=/justify]").attr("action");
        officer.press(due, action, "", "", "text", "She was found.");
        assertThat(body.get("/oversight/glass").text()).contains("She was found.");
    }

    @Test
    void oversight_works_complaints_about_officers_on_pages_that_the_station_does_not_have() {
        var complaint = report("officer-conduct", Map.of("kind", List.of("data")));
        var address = "/desk/reports/" + complaint.reference().value();
        assertThat(body.get("/desk").text()).contains(complaint.reference().value());
        assertThat(body.get(address).text()).contains("Lou Madeup", "Oversightword");
        assertThat(chief.get("/desk?q=" + complaint.reference().value()).page().select(".desk-reference"))
                .isEmpty();
        assertThat(chief.get(address).status()).isEqualTo(404);
        assertThat(chief.get(address + "/audit").status()).isEqualTo(404);
        assertThat(body.press(body.get(address), address + "/reply", "", "", "text", "We look into it.")
                        .status())
                .isEqualTo(200);
        var ordinary = report("question", Map.of());
        assertThat(body.get("/desk/reports/" + ordinary.reference().value()).status())
                .isEqualTo(404);
    }

    @Test
    void every_page_of_oversight_is_there_in_both_languages() {
        opened();
        for (var path : List.of("", "/records", "/glass", "/statistics", "/ledger")) {
            assertThat(body.get("/oversight" + path).text()).as(path).contains("</html>");
            assertThat(body.get("/oversight" + path + "?lang=zh-CN")
                            .page()
                            .select("h1")
                            .text())
                    .as(path)
                    .matches(".*\\p{IsHan}.*");
        }
    }
}
