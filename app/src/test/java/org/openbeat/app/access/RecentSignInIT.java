package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dangerous acts ask who is there when the sign-in is no longer fresh. */
@OpenbeatTest
class RecentSignInIT {
    private static final String PASSWORD = "lantern otter quilt";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    private final AgencyId agency = new AgencyId("town-" + UUID.randomUUID());
    private final String administrator = "made.up." + UUID.randomUUID();
    private String other = "";

    @BeforeEach
    void makeTown() {
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
        open(administrator, Role.ADMINISTRATOR);
        other = open("other." + UUID.randomUUID(), Role.ANALYST).id();
    }

    private Actor open(String userName, Role role) {
        return access.openAccount(Actor.SYSTEM, new NewAccount(userName, "Made Up", PASSWORD, agency, Set.of(role)));
    }

    private TestBrowser signedIn() {
        var browser = new TestBrowser(port);
        browser.signIn(administrator, PASSWORD);
        return browser;
    }

    private void letTimePass() {
        jdbc.sql("""
                        update access.session set confirmed_at = confirmed_at - interval '11 minutes'
                        where account = (select id from access.account where user_name = :name)""").param("name", administrator).update();
    }

    private Map<String, String> change() {
        return Map.of("name", "Renamed", "agency", agency.value(), "roles", "ANALYST");
    }

    private static Map<String, String> fields(Document page, String password) {
        var fields = page.select("form[action=/account/confirm] input[type=hidden]").stream()
                .filter(input -> !input.attr("name").equals("_csrf"))
                .collect(Collectors.toMap(input -> input.attr("name"), input -> input.attr("value")));
        fields.put("confirm.password", password);
        return fields;
    }

    @Test
    void soon_after_signing_in_nobody_is_asked_again() {
        assertThat(TestBrowser.target(signedIn().post("/admin/accounts/" + other, change())))
                .isEqualTo("/admin/accounts/" + other);
    }

    @Test
    void later_the_form_waits_until_the_password_is_entered_and_then_goes_on_unchanged() {
        var browser = signedIn();
        letTimePass();
        var asked = browser.post("/admin/accounts/" + other, change());
        assertThat(asked.statusCode()).isEqualTo(200);
        var page = Jsoup.parse(asked.body());
        assertThat(page.select("h1").text()).isEqualTo("Confirm that it is you");
        assertThat(browser.page("/admin/accounts/" + other).select("h1").text()).isEqualTo("Made Up");

        var confirmed = browser.post("/account/confirm", fields(page, PASSWORD));
        assertThat(confirmed.statusCode()).isEqualTo(307);
        assertThat(TestBrowser.target(confirmed)).isEqualTo("/admin/accounts/" + other);
        var sent = browser.post("/admin/accounts/" + other, fields(page, PASSWORD));
        assertThat(TestBrowser.target(sent)).isEqualTo("/admin/accounts/" + other);
        assertThat(browser.page("/admin/accounts/" + other).select("h1").text()).isEqualTo("Renamed");
        assertThat(jdbc.sql("select count(*) from ledger.entry where action = 'access.sign-in-confirmed'"
                                + " and subject_id = :id")
                        .param("id", access.find(administrator).orElseThrow().id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_wrong_password_confirms_nothing_keeps_the_form_and_slows_down_only_this_session() {
        var browser = signedIn();
        letTimePass();
        var page =
                Jsoup.parse(browser.post("/admin/accounts/" + other, change()).body());
        for (int i = 0; i < 5; i++) {
            var refused = Jsoup.parse(
                    browser.post("/account/confirm", fields(page, "a guess")).body());
            assertThat(refused.select(".govuk-error-summary")).hasSize(1);
            assertThat(refused.select("input[name=name]").val()).isEqualTo("Renamed");
        }
        assertThat(browser.post("/account/confirm", fields(page, PASSWORD)).statusCode())
                .isEqualTo(429);
        assertThat(TestBrowser.target(new TestBrowser(port).signIn(administrator, PASSWORD)))
                .isEqualTo("/staff");
    }

    @Test
    void a_program_is_told_what_is_missing() {
        var browser = signedIn();
        letTimePass();
        var answer = browser.post("/admin/accounts/" + other + "/close", Map.of(), "application/json");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/confirmation-needed");
    }

    @Test
    void confirming_leads_nowhere_else() {
        var answer = signedIn()
                .post(
                        "/account/confirm",
                        Map.of("confirm.to", "//example.org/x", "confirm.form", "1", "confirm.password", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(TestBrowser.target(answer)).isEqualTo("/staff");
    }

    @Test
    void one_ends_all_ones_other_sessions_at_once() {
        var phone = signedIn();
        var tablet = signedIn();
        var desk = signedIn();
        desk.post("/account/sessions/end-others", Map.of());
        assertThat(phone.get("/staff").statusCode()).isEqualTo(302);
        assertThat(tablet.get("/staff").statusCode()).isEqualTo(302);
        assertThat(desk.page("/account").select(".ob-card")).hasSize(1);
    }
}
