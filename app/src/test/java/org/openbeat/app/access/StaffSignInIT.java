package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.access.approval.Approvals;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.kernel.Sha256;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenbeatTest
class StaffSignInIT {
    private static final String PASSWORD = "lantern otter quilt";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    private final AgencyId agency = new AgencyId("town-" + UUID.randomUUID());

    @BeforeEach
    void makeTown() {
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", "虚构镇");
    }

    private String account(Role... roles) {
        var name = "made.up." + UUID.randomUUID();
        access.openAccount(Actor.SYSTEM, new NewAccount(name, "Made Up", PASSWORD, agency, Set.of(roles)));
        return name;
    }

    private TestBrowser browser() {
        return new TestBrowser(port);
    }

    private TestBrowser signedIn(String userName) {
        var browser = browser();
        assertThat(TestBrowser.target(browser.signIn(userName, PASSWORD))).isEqualTo("/staff");
        return browser;
    }

    @Test
    void whoever_signs_in_comes_to_their_work_and_the_ledger_knows() {
        var userName = account(Role.ADMINISTRATOR);
        var page = signedIn(userName).page("/staff");
        assertThat(page.select("h1").text()).contains("Made Up");
        assertThat(page.select(".ob-card__link").eachAttr("href")).contains("/admin/accounts");
        var account = access.find(userName).orElseThrow().id();
        assertThat(jdbc.sql("select count(*) from ledger.entry where action = 'access.signed-in' and subject_id = :id")
                        .param("id", account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        var wrong = browser().signIn(account(Role.ANALYST), "not the password");
        var unknown = browser().signIn("nobody." + UUID.randomUUID(), "not the password");
        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(TestBrowser.target(wrong))
                .isEqualTo(TestBrowser.target(unknown))
                .isEqualTo("/sign-in?error");
    }

    @Test
    void after_some_wrong_passwords_one_waits_but_a_known_device_and_other_addresses_do_not() {
        var userName = account(Role.DISPATCHER);
        var known = signedIn(userName);
        browser().signIn(userName, "a guess");
        jdbc.sql("update access.sign_in_failure set failures = 30 where name_hash = :name")
                .param("name", Sha256.of(userName))
                .update(); // As after thirty guesses: a quarter of an hour to wait.
        var slowed = browser().signIn(userName, "another guess");
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        assertThat(browser().signIn(userName, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(TestBrowser.target(known.signIn(userName, PASSWORD))).isEqualTo("/staff");
    }

    @Test
    void every_sign_in_has_a_new_session_and_the_earlier_one_is_worth_nothing() {
        var userName = account(Role.ANALYST);
        var browser = signedIn(userName);
        var first = browser.cookie("session");
        browser.signIn(userName, PASSWORD);
        assertThat(browser.cookie("session")).isNotEqualTo(first).hasSizeGreaterThan(30);
        assertThat(jdbc.sql("select count(*) from access.session where token_hash = :hash")
                        .param("hash", new Secret(first).hash())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_session_that_a_stranger_made_up_is_none() {
        var answer = browser().get("/staff");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(TestBrowser.target(answer)).isEqualTo("/sign-in");
    }

    @Test
    void signing_out_ends_the_session() {
        var browser = signedIn(account(Role.ANALYST));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        browser.post("/sign-out", Map.of());
        assertThat(browser.get("/staff").statusCode()).isEqualTo(302);
    }

    @Test
    void sessions_end_when_unused_and_when_too_long() {
        var userName = account(Role.ANALYST);
        var browser = signedIn(userName);
        jdbc.sql("update access.session set seen_at = seen_at - interval '5 hours'")
                .update();
        assertThat(browser.get("/staff").statusCode()).isEqualTo(302);
        var again = signedIn(userName);
        jdbc.sql("update access.session set started_at = started_at - interval '14 hours'")
                .update();
        assertThat(again.get("/staff").statusCode()).isEqualTo(302);
    }

    @Test
    void r_72_a_change_of_roles_holds_for_open_sessions_at_once() {
        var administrator = access.find(account(Role.ADMINISTRATOR)).orElseThrow();
        var userName = account(Role.ADMINISTRATOR);
        var browser = signedIn(userName);
        assertThat(browser.get("/admin/accounts").statusCode()).isEqualTo(200);
        var id = AccountId.of(access.find(userName).orElseThrow().id());
        var why = "Works with figures from now on";
        var proposal = accounts.change(administrator, id, "Made Up", agency, Set.of(Role.ANALYST), why);
        approvals.approve(access.find(account(Role.COMMANDER)).orElseThrow(), proposal.orElseThrow());
        assertThat(browser.get("/admin/accounts").statusCode()).isEqualTo(403);
        accounts.close(administrator, id, "");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(302);
        assertThat(TestBrowser.target(browser().signIn(userName, PASSWORD))).isEqualTo("/sign-in?error");
    }

    @Test
    void a_one_time_password_opens_only_the_page_where_it_is_replaced() {
        var administrator = access.find(account(Role.ADMINISTRATOR)).orElseThrow();
        var opening = accounts.open(
                administrator, "new." + UUID.randomUUID(), "New Person", agency, Set.of(Role.ADMINISTRATOR), "");
        var opened = ((Opening.Opened) opening).password();
        var browser = browser();
        assertThat(TestBrowser.target(browser.signIn(opened.userName(), opened.password())))
                .isEqualTo("/account/password");
        assertThat(TestBrowser.target(browser.get("/admin/accounts"))).isEqualTo("/account/password");

        var easy = browser.post("/account/password", passwords(opened.password(), "password1234"));
        assertThat(easy.statusCode()).isEqualTo(200);
        assertThat(easy.body()).contains("govuk-error-summary").doesNotContain("password1234");
        var changed = browser.post("/account/password", passwords(opened.password(), PASSWORD));
        assertThat(TestBrowser.target(changed)).isEqualTo("/sign-in");
        assertThat(browser.page("/sign-in").text()).contains("Your password is changed");
        assertThat(TestBrowser.target(browser.signIn(opened.userName(), PASSWORD)))
                .isEqualTo("/staff");
        assertThat(browser.get("/admin/accounts").statusCode()).isEqualTo(200);
    }

    private static Map<String, String> passwords(String current, String wanted) {
        return Map.of("current", current, "wanted", wanted, "again", wanted);
    }

    @Test
    void the_page_that_was_asked_for_comes_after_signing_in() {
        var userName = account(Role.ADMINISTRATOR);
        assertThat(TestBrowser.target(browser().get("/admin/accounts?q=a")))
                .isEqualTo("/sign-in?to=%2Fadmin%2Faccounts%3Fq%3Da");
        var answer = browser()
                .post("/sign-in", Map.of("username", userName, "password", PASSWORD, "to", "/admin/accounts?q=a"));
        assertThat(TestBrowser.target(answer)).isEqualTo("/admin/accounts?q=a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//example.org", "https://example.org", "/\\example.org", "javascript:alert(1)", "/sign-out"})
    void nobody_is_sent_elsewhere_after_signing_in(String to) {
        var answer =
                browser().post("/sign-in", Map.of("username", account(Role.ANALYST), "password", PASSWORD, "to", to));
        assertThat(TestBrowser.target(answer)).isEqualTo("/staff");
    }

    @Test
    void one_sees_and_ends_ones_own_sessions_and_no_others() {
        var userName = account(Role.ANALYST);
        var phone = signedIn(userName);
        var desk = signedIn(userName);
        var stranger = signedIn(account(Role.ANALYST));
        var page = desk.page("/account");
        assertThat(page.select(".ob-card")).hasSize(2);
        var end = page.select("form[action*=/account/sessions/]").attr("action");
        stranger.post(end, Map.of());
        assertThat(phone.get("/staff").statusCode()).isEqualTo(200);
        desk.post(end, Map.of());
        assertThat(phone.get("/staff").statusCode()).isEqualTo(302);
        assertThat(desk.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_changes_nothing() throws Exception {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var request = java.net.http.HttpRequest.newBuilder(
                            java.net.URI.create("http://127.0.0.1:" + port + "/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("username=a&password=b"))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("expired-form");
        }
    }
}
