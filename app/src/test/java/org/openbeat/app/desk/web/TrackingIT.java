package org.openbeat.app.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
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
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Contact;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.engine.tlog.ReceiptVerifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page behind the secret link, and the pages of staff that change it. */
@OpenbeatTest
class TrackingIT {

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Surveys surveys;

    @Autowired
    Access access;

    @Autowired
    Ledger ledger;

    Browser resident;
    Browser officer;

    @BeforeEach
    void open() {
        resident = new Browser(port);
        officer = new Browser(port);
    }

    @AfterEach
    void close() {
        resident.close();
        officer.close();
    }

    private Accepted report(String words) {
        var sent = new NewReport(
                "street-light",
                words,
                Whereabouts.described("by the mill"),
                Instant.parse("2026-07-01T03:30:00Z"),
                Map.of(),
                List.of(),
                new Contact("Lou Madeup", "lou@example.org", "", false),
                Locale.ENGLISH,
                Channel.WEB,
                true);
        return desk.submit(
                Actor.RESIDENT, sent, new SubmissionKey(UUID.randomUUID().toString()));
    }

    private static String page(Accepted report) {
        return "/r/" + report.link().value();
    }

    private String sign(Accepted report) {
        officer.signIn(access, new AgencyId("city"), Role.COMMUNITY_OFFICER);
        return "/desk/reports/" + report.reference().value();
    }

    private void act(String base, String action, String... fields) {
        var answer = officer.press(officer.get(base), base + "/" + action, "", "", fields);
        assertThat(answer.status()).as(action).isEqualTo(200);
    }

    @Test
    void a_report_goes_from_its_sender_to_an_officer_and_back_with_an_answer() {
        var report = report("From sender to officer");
        var base = sign(report);
        assertThat(officer.get("/desk?q=" + report.reference().value())
                        .page()
                        .select(".desk-reference")
                        .text())
                .isEqualTo(report.reference().value());
        act(base, "take-on");
        act(base, "reply", "text", "We look tonight.");
        act(base, "note", "text", "Only for colleagues.");
        act(base, "resolve", "outcome", "fixed", "text", "A new lamp.");

        var tracking = resident.get(page(report));
        assertThat(tracking.page().select("main").text())
                .contains(
                        "Resolved",
                        "We look tonight.",
                        "A new lamp.",
                        "It was repaired or removed",
                        "Community officer")
                .doesNotContain("Only for colleagues.", "Sam Invented");
    }

    @Test
    void R83_one_click_records_an_answer_and_fetching_an_address_records_none() {
        var report = report("Survey");
        var base = sign(report);
        act(base, "take-on");
        act(base, "resolve", "outcome", "fixed");
        for (var path :
                List.of(page(report), page(report) + "/survey", page(report) + "/survey?question=SOLVED&answer=NO")) {
            resident.get(path);
        }
        assertThat(surveys.find(report.report()).orElseThrow().solved()).isNull();

        var page = resident.get(page(report));
        var after = resident.press(page, page(report) + "/survey", "answer", "YES");
        assertThat(after.text()).contains("Your answer is recorded.");
        assertThat(surveys.find(report.report()).orElseThrow().solved()).isEqualTo(Surveys.Answer.YES);
    }

    @Test
    void R52_the_name_can_be_hidden_afterwards_and_the_page_says_what_cannot_be_recalled() {
        var report = report("Name");
        var base = sign(report);
        act(base, "take-on");
        assertThat(officer.get(base).text()).contains("Lou Madeup");
        var page = resident.get(page(report));
        assertThat(page.text()).contains("What cannot be recalled");
        resident.press(page, page(report) + "/hide-name", "", "");

        assertThat(officer.get(base).text()).doesNotContain("Lou Madeup", "lou@example.org");
    }

    @Test
    void a_sender_reopens_with_a_reason_that_the_officer_reads() {
        var report = report("Reopened");
        var base = sign(report);
        act(base, "take-on");
        act(base, "decline", "reason", "not-ours");
        resident.press(resident.get(page(report)), page(report) + "/reopen", "", "", "reason", "It is yours, I asked.");

        assertThat(officer.get(base).page().select("main").text()).contains("Opened again", "It is yours, I asked.");
    }

    @Test
    void a_withdrawn_report_takes_nothing_any_more() {
        var report = report("Withdrawn");
        var page = resident.get(page(report));
        var add = resident.data(page, page(report) + "/add");
        resident.press(page, page(report) + "/withdraw", "", "");
        add.put("text", List.of("too late"));
        assertThat(resident.post(page(report) + "/add", add).status()).isEqualTo(409);
    }

    @Test
    void R31_times_are_shown_in_the_zone_of_the_place_with_utc_beside() {
        var report = report("Zone");
        var times = resident.get(page(report)).page().select("time[datetime='2026-07-01T03:30:00Z']");
        assertThat(ZoneId.systemDefault().getId()).isEqualTo("Pacific/Chatham");
        assertThat(times.text()).isEqualTo("Tue 30 Jun 2026, 23:30");
        assertThat(times.attr("title")).isEqualTo("2026-07-01 03:30:00 UTC");
    }

    @Test
    void who_opened_it_is_shown_by_role_and_time_and_never_by_name() {
        var report = report("Who opened");
        assertThat(resident.get(page(report)).text()).contains("Nobody has opened it yet");
        var asked = officer.get(sign(report));
        assertThat(asked.text()).doesNotContain("Who opened", "Lou Madeup", "by the mill");
        assertThat(resident.get(page(report)).text()).contains("Nobody has opened it yet");
        var opened = officer.press(asked, "/purposes", "", "");
        assertThat(opened.text()).contains("Who opened", "Lou Madeup", "You read data of persons for report");
        assertThat(resident.get(page(report)).page().select(".desk-openings li").text())
                .startsWith("Community officer")
                .contains("to work on a report that was open")
                .doesNotContain("Sam Invented");
    }

    @Test
    void the_reference_alone_opens_nothing() {
        var report = report("Reference");
        for (var path : List.of(
                "/r/" + report.reference().value(),
                "/desk/reports/" + report.reference().value())) {
            assertThat(resident.get(path).text()).doesNotContain("by the mill");
        }
        var track = resident.press(
                resident.get("/track"),
                "/track",
                "",
                "",
                "link",
                report.reference().value());
        assertThat(track.text()).contains("That is not a link of a report");
        var found = resident.press(
                resident.get("/track"), "/track", "", "", "link", " http://x.example" + page(report) + "/sent ");
        assertThat(found.path()).isEqualTo(page(report));
    }

    @Test
    void the_receipt_proves_the_fingerprint_of_what_was_sent() throws Exception {
        var report = report("Receipt");
        var receipt = resident.get(page(report) + "/receipt");
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.headers().get("content-disposition").getFirst())
                .contains(report.reference().value())
                .contains(".tlog-proof");
        var hash = resident.get(page(report)).page().select(".desk-hash").text();
        assertThat(hash).matches("[0-9a-f]{64}");
        var verified = new ReceiptVerifier(List.of(ledger.verifierKey())).verify(receipt.body());
        assertThat(verified.disclosure().payload().canonicalText())
                .contains(
                        "\"contentSha256\":\"" + hash + "\"", report.reference().value());
    }

    @Test
    void a_page_behind_a_secret_link_is_kept_in_no_cache_and_leaks_to_no_other_site() {
        var answer = resident.get(page(report("Headers")));
        assertThat(answer.headers().get("cache-control").getFirst()).contains("no-store");
        assertThat(answer.headers().get("referrer-policy")).containsExactly("no-referrer");
    }

    @Test
    void a_list_is_walked_page_by_page_without_a_gap() {
        officer.signIn(access, new AgencyId("city"), Role.COMMUNITY_OFFICER);
        for (int i = 0; i < 60; i++) {
            report("Walkedword number " + i);
        }
        var seen = new java.util.HashSet<String>();
        var next = "/desk?q=walkedword";
        for (int page = 0; page < 3; page++) {
            var answer = officer.get(next).page();
            seen.addAll(answer.select(".desk-reference").eachText());
            next = answer.select("a[rel=next]").attr("href");
        }
        assertThat(seen).hasSize(60);
        assertThat(next).isEmpty();
    }

    @Test
    void a_report_of_another_agency_is_in_no_list_and_behind_no_address() {
        var report = report("Elsewhereword");
        officer.signIn(access, new AgencyId("other-town"), Role.STATION_CHIEF);
        assertThat(officer.get("/desk?q=elsewhereword").page().select(".desk-reference"))
                .isEmpty();
        assertThat(officer.get("/desk/reports/" + report.reference().value()).status())
                .isEqualTo(404);
        assertThat(officer.get("/desk/reports/nonsense%20").status()).isEqualTo(404);
    }
}
