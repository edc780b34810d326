package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever lost password or second factor starts anew, and no one person can do that for them. */
@OpenbeatTest
class RecoveryIT {
    private static final String PASSWORD = "lantern otter quilt";
    private static final String ANOTHER = "harbour thistle drum";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final AgencyId agency = new AgencyId("town-" + UUID.randomUUID());
    private final String asks = "asks." + UUID.randomUUID();
    private final String approves = "approves." + UUID.randomUUID();
    private final String holder = "holder." + UUID.randomUUID();
    private String holderId = "";

    @BeforeEach
    void makeTown() {
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
        open(asks, Role.ADMINISTRATOR);
        open(approves, Role.COMMANDER);
        holderId = open(holder, Role.DISPATCHER).id();
    }

    private Actor open(String name, Role role) {
        return access.openAccount(Actor.SYSTEM, new NewAccount(name, "Made Up", PASSWORD, agency, Set.of(role)));
    }

    private TestBrowser signedIn(String name) {
        var browser = new TestBrowser(port);
        assertThat(TestBrowser.target(browser.signIn(name, PASSWORD))).isEqualTo("/staff");
        return browser;
    }

    private String proposed(TestBrowser browser) {
        return TestBrowser.target(browser.post(
                "/admin/accounts/" + holderId + "/recovery", Map.of("reason", "Lost the phone; seen here")));
    }

    private String part(TestBrowser browser) {
        return Jsoup.parse(browser.post("/recoveries/" + holderId + "/part", Map.of())
                        .body())
                .select("#part")
                .text();
    }

    private HttpResponse<String> recover(String first, String second) {
        var form = new HashMap<>(Map.of("userName", holder, "first", first, "second", second));
        form.put("wanted", ANOTHER);
        form.put("again", ANOTHER);
        return new TestBrowser(port).post("/sign-in/recover", form);
    }

    @Test
    void with_a_part_from_each_of_two_persons_the_holder_starts_anew() throws Exception {
        var before = signedIn(holder);
        var one = signedIn(asks);
        var two = signedIn(approves);
        var key = new SoftAuthenticator(UUID.randomUUID().toString());
        var options = before.post("/account/passkeys/options", Map.of(), "application/json");
        before.post("/account/passkeys", Map.of("credential", key.create(options.body()), "name", "Lost"));

        var proposal = proposed(one);
        assertThat(proposal).startsWith("/approvals/");
        assertThat(part(one)).isEmpty();
        two.post(proposal + "/approve", Map.of());
        var first = part(one);
        var second = part(two);
        assertThat(first).hasSize(14).isNotEqualTo(second);
        assertThat(part(one)).isEmpty();
        assertThat(before.get("/staff").statusCode()).isEqualTo(200); // Nothing has changed so far.

        assertThat(TestBrowser.target(recover(second, first))).isEqualTo("/sign-in");
        assertThat(before.get("/staff").statusCode()).isEqualTo(302);
        var after = new TestBrowser(port);
        assertThat(TestBrowser.target(after.signIn(holder, PASSWORD))).isEqualTo("/sign-in?error");
        assertThat(TestBrowser.target(after.signIn(holder, ANOTHER))).isEqualTo("/staff");
        assertThat(recover(first, second).statusCode()).isEqualTo(200);
        assertThat(actions())
                .contains("access.recovery-part-shown", "access.account-recovered", "access.second-factor-removed");
    }

    @Test
    void neither_of_the_two_gets_in_alone() {
        var one = signedIn(asks);
        var two = signedIn(approves);
        var proposal = proposed(one);
        assertThat(one.post(proposal + "/approve", Map.of()).statusCode()).isEqualTo(403);
        two.post(proposal + "/approve", Map.of());
        var first = part(one);
        assertThat(recover(first, first).body()).contains("govuk-error-summary");
        assertThat(recover(first, "").body()).contains("govuk-error-summary");
        assertThat(recover(first, "2222-2222-2222").body()).contains("govuk-error-summary");
        var stranger = "stranger." + UUID.randomUUID();
        open(stranger, Role.ADMINISTRATOR);
        assertThat(part(signedIn(stranger))).isEmpty();
    }

    @Test
    void a_code_ends_after_its_time() {
        var one = signedIn(asks);
        var two = signedIn(approves);
        two.post(proposed(one) + "/approve", Map.of());
        var first = part(one);
        var second = part(two);
        jdbc.sql("update access.recovery set expires_at = expires_at - interval '61 minutes' where account = :id")
                .param("id", AccountId.of(holderId).value())
                .update();
        assertThat(recover(first, second).body()).contains("govuk-error-summary");
        assertThat(one.page("/recoveries").select(".ob-card")).isEmpty();
    }

    @Test
    void an_administrator_alone_sets_no_password_of_somebody_who_has_one() {
        var administrator = access.find(asks).orElseThrow();
        assertThatThrownBy(() -> accounts.resetPassword(administrator, AccountId.of(holderId)))
                .hasMessage("recovery-takes-two");
        var page = signedIn(asks).page("/admin/accounts/" + holderId);
        assertThat(page.select("form[action$=/password]")).isEmpty();
        assertThat(page.select("form[action$=/recovery]")).hasSize(1);
        var fresh = accounts.open(administrator, "fresh." + UUID.randomUUID(), "New", agency, Set.of(Role.ANALYST), "");
        assertThat(fresh).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void shutting_out_works_at_once_and_gives_nobody_a_password() {
        var before = signedIn(holder);
        signedIn(asks).post("/admin/accounts/" + holderId + "/shut-out", Map.of());
        assertThat(before.get("/staff").statusCode()).isEqualTo(302);
        assertThat(TestBrowser.target(new TestBrowser(port).signIn(holder, PASSWORD)))
                .isEqualTo("/sign-in?error");
    }

    private List<String> actions() {
        return jdbc.sql("select action from ledger.entry where subject_id = :id")
                .param("id", holderId)
                .query(String.class)
                .list();
    }
}
