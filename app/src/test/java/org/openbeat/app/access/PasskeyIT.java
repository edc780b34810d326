package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** Passkeys from the first to the last, and what is refused. */
@OpenbeatTest
class PasskeyIT {
    private static final String PASSWORD = "lantern otter quilt";
    private static final String REFUSED = "/sign-in?passkey";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    private final AgencyId agency = new AgencyId("town-" + UUID.randomUUID());
    private final String userName = "made.up." + UUID.randomUUID();

    @BeforeEach
    void makeTown() {
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
        open(userName);
    }

    private void open(String name) {
        access.openAccount(Actor.SYSTEM, new NewAccount(name, "Made Up", PASSWORD, agency, Set.of(Role.ANALYST)));
    }

    private TestBrowser browser() {
        return new TestBrowser(port);
    }

    private TestBrowser signedIn(String name) {
        var browser = browser();
        assertThat(TestBrowser.target(browser.signIn(name, PASSWORD))).isEqualTo("/staff");
        return browser;
    }

    private static SoftAuthenticator authenticator() throws Exception {
        return new SoftAuthenticator(UUID.randomUUID().toString());
    }

    private static String options(TestBrowser browser, String path) {
        return browser.post(path, Map.of(), "application/json").body();
    }

    private static HttpResponse<String> enrol(TestBrowser browser, SoftAuthenticator key) throws Exception {
        var made = key.create(options(browser, "/account/passkeys/options"));
        return browser.post("/account/passkeys", Map.of("credential", made, "name", "Blue key"));
    }

    private String signIn(TestBrowser browser, SoftAuthenticator key) throws Exception {
        var signed = key.get(options(browser, "/sign-in/passkey/options"));
        return TestBrowser.target(browser.post("/sign-in/passkey", Map.of("credential", signed, "to", "/account")));
    }

    @Test
    void a_passkey_lets_its_owner_in_without_a_name_or_a_password() throws Exception {
        var key = authenticator();
        var owner = signedIn(userName);
        assertThat(TestBrowser.target(enrol(owner, key))).isEqualTo("/account/passkeys");
        assertThat(owner.page("/account/passkeys").select(".ob-card h2").eachText())
                .containsExactly("Blue key");
        var elsewhere = browser();
        assertThat(signIn(elsewhere, key)).isEqualTo("/account");
        assertThat(elsewhere.page("/account").text()).contains("Made Up");
        assertThat(jdbc.sql("select second_factor and means = 'passkey' from access.session where account ="
                                + " (select id from access.account where user_name = :name) order by started_at desc"
                                + " limit 1")
                        .param("name", userName)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(actions()).contains("access.second-factor-added", "access.signed-in");
    }

    @Test
    void with_a_passkey_the_password_alone_is_not_enough_any_more() throws Exception {
        var key = authenticator();
        enrol(signedIn(userName), key);
        var browser = browser();
        assertThat(TestBrowser.target(browser.signIn(userName, PASSWORD))).isEqualTo("/sign-in/second");
        var page = browser.page("/sign-in/second");
        assertThat(page.select("form[data-passkey=get]")).hasSize(1);
        assertThat(page.select("#code")).isEmpty();
        assertThat(signIn(browser, key)).isEqualTo("/account");
    }

    @Test
    void an_answer_counts_once() throws Exception {
        var key = authenticator();
        enrol(signedIn(userName), key);
        var browser = browser();
        var signed = key.get(options(browser, "/sign-in/passkey/options"));
        var step = browser.cookie("step-passkey-sign-in");
        assertThat(step).isNotEmpty();
        assertThat(TestBrowser.target(browser.post("/sign-in/passkey", Map.of("credential", signed))))
                .isEqualTo("/staff");
        var thief = browser();
        options(thief, "/sign-in/passkey/options");
        assertThat(TestBrowser.target(thief.post("/sign-in/passkey", Map.of("credential", signed))))
                .isEqualTo(REFUSED);
    }

    @Test
    void a_page_elsewhere_an_owner_who_was_not_asked_and_a_copied_key_get_nowhere() throws Exception {
        var key = authenticator();
        enrol(signedIn(userName), key);
        key.origin = "http://localhost.example:8080";
        assertThat(signIn(browser(), key)).isEqualTo(REFUSED);
        key.origin = "http://localhost:8080";
        key.verifies = false;
        assertThat(signIn(browser(), key)).isEqualTo(REFUSED);
        key.verifies = true;
        assertThat(signIn(browser(), key)).isEqualTo("/account");
        key.fallBehind();
        assertThat(signIn(browser(), key)).isEqualTo(REFUSED);
    }

    @Test
    void an_unknown_key_a_foreign_ceremony_and_nonsense_are_refused() throws Exception {
        assertThat(signIn(browser(), authenticator())).isEqualTo(REFUSED);
        var browser = browser();
        options(browser, "/sign-in/passkey/options");
        for (var nonsense : List.of("", "{}", "null", "[]", "{\"id\":1}", "nonsense")) {
            assertThat(TestBrowser.target(browser.post("/sign-in/passkey", Map.of("credential", nonsense))))
                    .isEqualTo(REFUSED);
        }
        var key = authenticator();
        key.verifies = false;
        assertThat(enrol(signedIn(userName), key).statusCode()).isEqualTo(400);
    }

    @Test
    void nobody_adds_a_passkey_by_anothers_ceremony_or_removes_anothers() throws Exception {
        var other = "other." + UUID.randomUUID();
        open(other);
        var mine = signedIn(userName);
        var key = authenticator();
        enrol(mine, key);
        var theirs = signedIn(other);
        var made = authenticator().create(options(mine, "/account/passkeys/options"));
        options(theirs, "/account/passkeys/options");
        var answer = theirs.post("/account/passkeys", Map.of("credential", made, "name", "Not mine"));
        assertThat(answer.statusCode()).isEqualTo(400);
        var remove =
                mine.page("/account/passkeys").select("form[action$=/remove]").attr("action");
        theirs.post(remove, Map.of());
        assertThat(mine.page("/account/passkeys").select(".ob-card")).hasSize(1);
        mine.post(remove, Map.of());
        assertThat(mine.page("/account/passkeys").select(".ob-card")).isEmpty();
        assertThat(signIn(browser(), key)).isEqualTo(REFUSED);
        assertThat(actions()).contains("access.second-factor-removed");
    }

    @Test
    void a_passkey_confirms_a_dangerous_act() throws Exception {
        var key = authenticator();
        var browser = signedIn(userName);
        enrol(browser, key);
        jdbc.sql("update access.session set confirmed_at = confirmed_at - interval '1 hour' where account ="
                        + " (select id from access.account where user_name = :name)")
                .param("name", userName)
                .update();
        var options = browser.post("/account/passkeys/options", Map.of(), "application/json");
        assertThat(options.statusCode()).isEqualTo(403);
        var signed = key.get(options(browser, "/sign-in/passkey/options"));
        var confirmed = browser.post("/account/confirm", Map.of("credential", signed, "confirm.to", "/account"));
        assertThat(TestBrowser.target(confirmed)).isEqualTo("/account");
        assertThat(browser.post("/account/passkeys/options", Map.of(), "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(actions()).contains("access.sign-in-confirmed");
    }

    @Test
    void a_closed_account_has_no_use_for_its_passkey() throws Exception {
        var key = authenticator();
        enrol(signedIn(userName), key);
        jdbc.sql("update access.account set closed_at = created_at where user_name = :name")
                .param("name", userName)
                .update();
        assertThat(signIn(browser(), key)).isEqualTo(REFUSED);
    }

    private List<String> actions() {
        return jdbc.sql("select action from ledger.entry where subject_id = :id")
                .param("id", access.find(userName).orElseThrow().id())
                .query(String.class)
                .list();
    }
}
