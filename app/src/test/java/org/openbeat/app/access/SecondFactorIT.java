package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.access.factors.Codes;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An authenticator app from its enrolment over signing in with it to its loss. */
@OpenbeatTest
class SecondFactorIT {
    private static final String PASSWORD = "lantern otter quilt";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private final AgencyId agency = new AgencyId("town-" + UUID.randomUUID());
    private final String userName = "made.up." + UUID.randomUUID();

    @BeforeEach
    void makeTown() {
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
        access.openAccount(Actor.SYSTEM, new NewAccount(userName, "Made Up", PASSWORD, agency, Set.of(Role.ANALYST)));
    }

    private TestBrowser browser() {
        return new TestBrowser(port);
    }

    private TestBrowser signedIn() {
        var browser = browser();
        assertThat(TestBrowser.target(browser.signIn(userName, PASSWORD))).isEqualTo("/staff");
        return browser;
    }

    /** An app, the code that it was enrolled with, and its recovery codes. */
    private record Enrolled(Codes app, String first, List<String> recovery) {}

    private Enrolled enrol(TestBrowser browser) {
        browser.post("/account/second-factor/app", Map.of());
        var app = new Codes(
                browser.page("/account/second-factor/app").select("#secret").text());
        var first = app.at(clock.instant(), -1);
        var done = browser.post("/account/second-factor/app/confirm", Map.of("code", first));
        return new Enrolled(
                app, first, Jsoup.parse(done.body()).select(".ob-codes code").eachText());
    }

    private static String step(TestBrowser browser, String field, String value) {
        return TestBrowser.target(browser.post("/sign-in/second", Map.of(field, value)));
    }

    @Test
    void once_enrolled_the_password_alone_opens_nothing() {
        var enrolled = enrol(signedIn());
        assertThat(enrolled.recovery()).hasSize(10).doesNotHaveDuplicates();
        var browser = browser();
        assertThat(TestBrowser.target(browser.signIn(userName, PASSWORD))).isEqualTo("/sign-in/second");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(302);
        assertThat(browser.page("/sign-in/second").select("#code")).hasSize(1);
        assertThat(step(browser, "code", enrolled.app().at(clock.instant(), 0))).isEqualTo("/staff");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        assertThat(step(browser, "code", enrolled.app().at(clock.instant(), 1))).isEqualTo("/sign-in");
    }

    @Test
    void a_code_counts_once() {
        var enrolled = enrol(signedIn());
        var code = enrolled.app().at(clock.instant(), 0);
        var first = browser();
        first.signIn(userName, PASSWORD);
        assertThat(step(first, "code", code)).isEqualTo("/staff");
        var replay = browser();
        replay.signIn(userName, PASSWORD);
        assertThat(step(replay, "code", code)).isEmpty();
        assertThat(replay.get("/staff").statusCode()).isEqualTo(302);
    }

    @Test
    void the_code_of_the_enrolment_does_not_count_again() {
        var enrolled = enrol(signedIn());
        var browser = browser();
        browser.signIn(userName, PASSWORD);
        assertThat(step(browser, "code", enrolled.app().at(clock.instant(), -1)))
                .isEmpty();
    }

    @Test
    void a_new_app_is_not_in_force_before_it_has_shown_a_code() {
        var browser = signedIn();
        browser.post("/account/second-factor/app", Map.of());
        var wrong = browser.post("/account/second-factor/app/confirm", Map.of("code", "000000"));
        assertThat(wrong.body()).contains("govuk-error-summary");
        signedIn();
    }

    @Test
    void whoever_guesses_codes_waits_and_the_owners_browser_does_not() {
        var owner = signedIn();
        var enrolled = enrol(owner);
        var guesser = browser();
        guesser.signIn(userName, PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.post("/sign-in/second", Map.of("code", "12345" + i))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(guesser.post("/sign-in/second", Map.of("code", "123459")).statusCode())
                .isEqualTo(429);
        var another = browser(); // Another browser, another address perhaps: the count is the same.
        another.signIn(userName, PASSWORD);
        assertThat(another.post("/sign-in/second", Map.of("code", "123459")).statusCode())
                .isEqualTo(429);
        owner.signIn(userName, PASSWORD);
        assertThat(step(owner, "code", enrolled.app().at(clock.instant(), 0))).isEqualTo("/staff");
    }

    @Test
    void a_recovery_code_lets_in_once_even_while_others_guess() {
        var enrolled = enrol(signedIn());
        var browser = browser();
        browser.signIn(userName, PASSWORD);
        for (int i = 0; i < 6; i++) {
            step(browser, "code", "00000" + i);
        }
        var code = enrolled.recovery().getFirst();
        assertThat(step(browser, "recovery", " " + code.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo("/staff");
        var again = browser();
        again.signIn(userName, PASSWORD);
        assertThat(step(again, "recovery", code)).isEmpty();
        assertThat(browser.page("/account/second-factor").text()).contains("9 recovery codes are left");
        assertThat(actions()).contains("access.second-factor-added", "access.recovery-code-used");
    }

    @Test
    void neither_the_secret_nor_a_recovery_code_can_be_read_in_the_database() {
        var browser = signedIn();
        browser.post("/account/second-factor/app", Map.of());
        var secret = browser.page("/account/second-factor/app")
                .select("#secret")
                .text()
                .replace(" ", "");
        var stored = jdbc.sql("select sealed_secret from access.totp_offer t join access.account a on a.id = t.account"
                        + " where a.user_name = :name")
                .param("name", userName)
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(stored).hasSize(12 + 20 + 16);
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
    }

    @Test
    void adding_an_app_ends_the_other_sessions() {
        var elsewhere = signedIn();
        var here = signedIn();
        enrol(here);
        assertThat(elsewhere.get("/staff").statusCode()).isEqualTo(302);
        assertThat(here.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void confirming_a_dangerous_act_asks_for_the_code_too() {
        var browser = signedIn();
        var enrolled = enrol(browser);
        jdbc.sql("update access.session set confirmed_at = confirmed_at - interval '1 hour' where account ="
                        + " (select id from access.account where user_name = :name)")
                .param("name", userName)
                .update();
        var asked = browser.post("/account/second-factor/app/remove", Map.of());
        assertThat(Jsoup.parse(asked.body()).select("#confirm-code")).hasSize(1);
        var form = Map.of("confirm.to", "/account/second-factor/app/remove", "confirm.form", "1");
        var passwordOnly = new java.util.HashMap<>(form);
        passwordOnly.put("confirm.password", PASSWORD);
        assertThat(browser.post("/account/confirm", passwordOnly).statusCode()).isEqualTo(200);
        passwordOnly.put("confirm.code", enrolled.app().at(clock.instant(), 0));
        assertThat(browser.post("/account/confirm", passwordOnly).statusCode()).isEqualTo(307);
        browser.post("/account/second-factor/app/remove", Map.of());
        signedIn();
        assertThat(actions()).contains("access.second-factor-removed");
    }

    private List<String> actions() {
        return jdbc.sql("select action from ledger.entry where subject_id = :id")
                .param("id", access.find(userName).orElseThrow().id())
                .query(String.class)
                .list();
    }
}
