package org.openbeat.app.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openbeat.app.Openbeat;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.TestPostgres;
import org.openbeat.app.access.Access;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/**
 * Against a real identity provider in this process. It has an application of its own: the shared one has no provider,
 * and the addresses of both must be known before either starts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInIT {
    private final AgencyId north = new AgencyId("north");
    private TownProvider provider;
    private ConfigurableApplicationContext application;
    private int port;

    @BeforeAll
    void start() throws Exception {
        port = freePort();
        var base = "http://127.0.0.1:" + port;
        provider = new TownProvider(freePort(), base + "/sign-in/provider/callback");
        application = new SpringApplicationBuilder(Openbeat.class)
                .profiles("test")
                .initializers(new TestPostgres())
                .run(
                        "--server.port=" + port,
                        "--openbeat.base-url=" + base,
                        "--openbeat.data=target/test-data-provider",
                        "--openbeat.oidc.issuer=" + provider.issuer(),
                        "--openbeat.oidc.client-id=" + TownProvider.CLIENT,
                        "--openbeat.oidc.client-secret=" + TownProvider.SECRET,
                        "--openbeat.oidc.label=Town Hall",
                        "--openbeat.oidc.roles[police/dispatch]=DISPATCHER",
                        "--openbeat.oidc.roles[police/analysis]=ANALYST",
                        "--openbeat.oidc.agencies[Station North]=north");
        application.getBean(Access.class).addAgency(Actor.SYSTEM, north, "North", null);
    }

    @AfterAll
    void stop() throws Exception {
        application.close();
        provider.close();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void says(String person, String sid, Object roles, Object agency) {
        provider.says(
                person,
                Map.of(
                        "preferred_username", person,
                        "name", "Made-up " + person,
                        "sid", sid,
                        "roles", roles,
                        "agency", agency,
                        "amr", List.of("pwd", "mfa")));
    }

    private TestBrowser browser() {
        return new TestBrowser(port);
    }

    /** What the provider answers a browser in which this person is signed in there. */
    private String atProvider(String address, String person) throws Exception {
        var basic = Base64.getEncoder()
                .encodeToString((person + ":" + TownProvider.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (var client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var signIn = HttpRequest.newBuilder(URI.create(provider.issuer() + "/me"))
                    .header("Authorization", "Basic " + basic)
                    .build();
            client.send(signIn, BodyHandlers.discarding());
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header("Accept", "text/html")
                    .build();
            return TestBrowser.target(client.send(request, BodyHandlers.ofString()));
        }
    }

    private static String path(String address) {
        var uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private HttpResponse<String> signIn(TestBrowser browser, String person) throws Exception {
        var back = atProvider(TestBrowser.target(browser.get("/sign-in/provider?to=/account")), person);
        return browser.get(path(back));
    }

    @Test
    void the_button_leads_to_the_provider_with_a_challenge_and_back_into_a_new_account() throws Exception {
        says("mira", "s-1", List.of("police/dispatch", "town/library"), "Station North");
        var browser = browser();
        assertThat(browser.page("/sign-in").select("a[href^=/sign-in/provider]").text())
                .isEqualTo("Sign in with Town Hall");
        var away = TestBrowser.target(browser.get("/sign-in/provider?to=/account"));
        assertThat(away)
                .startsWith(provider.issuer())
                .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "response_type=code");
        var arrived = browser.get(path(atProvider(away, "mira")));
        assertThat(TestBrowser.target(arrived)).isEqualTo("/account");
        assertThat(browser.page("/account").text()).contains("Made-up mira", "north", "Dispatcher");
        assertThat(count("access.identity-linked")).isPositive();
        assertThat(twoFactors()).isTrue();
        assertThat(TestBrowser.target(browser().signIn("mira", TownProvider.PASSWORD)))
                .isEqualTo("/sign-in?error");
    }

    @Test
    void the_same_person_comes_back_to_the_same_account_with_the_roles_of_today() throws Exception {
        says("mira", "s-2", List.of("police/dispatch"), "Station North");
        signIn(browser(), "mira");
        says("mira", "s-3", "police/analysis", "north");
        var browser = browser();
        signIn(browser, "mira");
        assertThat(browser.page("/account").text()).contains("Analyst").doesNotContain("Dispatcher");
        var access = application.getBean(Access.class);
        assertThat(access.find("mira").orElseThrow().roles()).containsExactly(Role.ANALYST);
    }

    @Test
    void whoever_has_no_role_or_no_agency_here_does_not_come_in() throws Exception {
        says("noor", "s-4", List.of("town/library"), "Station North");
        assertThat(signIn(browser(), "noor").statusCode()).isEqualTo(403);
        says("noor", "s-5", List.of("police/dispatch"), "Elsewhere");
        assertThat(signIn(browser(), "noor").statusCode()).isEqualTo(403);
    }

    @Test
    void an_answer_fits_one_browser_one_visit_and_its_own_code() throws Exception {
        says("mira", "s-6", List.of("police/dispatch"), "Station North");
        var browser = browser();
        var back = path(atProvider(TestBrowser.target(browser.get("/sign-in/provider")), "mira"));
        var stranger = browser();
        assertThat(TestBrowser.target(stranger.get(back))).isEqualTo("/sign-in?provider");
        stranger.get("/sign-in/provider");
        assertThat(stranger.get(back).statusCode()).isEqualTo(400); // Another visit's state.
        assertThat(TestBrowser.target(browser.get(back))).isEqualTo("/staff");
        assertThat(TestBrowser.target(browser.get(back))).isEqualTo("/sign-in?provider");
        var guesser = browser();
        var state = URI.create(TestBrowser.target(guesser.get("/sign-in/provider")))
                .getRawQuery()
                .replaceAll(".*\\bstate=([^&]*).*", "$1");
        assertThat(guesser.get("/sign-in/provider/callback?code=guessed&state=" + state)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_ends_at_the_provider_ends_here() throws Exception {
        says("omar", "s-7", List.of("police/dispatch"), "Station North");
        var one = browser();
        signIn(one, "omar");
        says("omar", "s-8", List.of("police/dispatch"), "Station North");
        var two = browser();
        signIn(two, "omar");
        assertThat(end(token -> token.claim("sid", "s-7"))).isEqualTo(200);
        assertThat(one.get("/staff").statusCode()).isEqualTo(302);
        assertThat(two.get("/staff").statusCode()).isEqualTo(200);
        assertThat(end(token -> token.subject("omar"))).isEqualTo(200);
        assertThat(two.get("/staff").statusCode()).isEqualTo(302);
    }

    @Test
    void a_logout_token_that_does_not_fit_ends_nothing() throws Exception {
        says("omar", "s-9", List.of("police/dispatch"), "Station North");
        var browser = browser();
        signIn(browser, "omar");
        assertThat(end(token -> token.subject("omar").claim("nonce", "x"))).isEqualTo(400);
        assertThat(end(token -> token.subject("omar").audience(List.of("another"))))
                .isEqualTo(400);
        assertThat(end(token -> token.subject("omar").issuer("http://127.0.0.1:1")))
                .isEqualTo(400);
        assertThat(end(token -> token.subject("omar").claim("events", Map.of())))
                .isEqualTo(400);
        assertThat(end(token -> {})).isEqualTo(400);
        assertThat(sent("nonsense")).isEqualTo(400);
        var unsigned = provider.logoutToken(token -> token.subject("omar")).replaceAll("[^.]*$", "AAAA");
        assertThat(sent(unsigned)).isEqualTo(400);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
    }

    private int end(Consumer<JwtClaimsSet.Builder> claims) throws Exception {
        return sent(provider.logoutToken(claims));
    }

    private int sent(String token) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var body = "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in/provider/logout"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private long count(String action) {
        return application
                .getBean(JdbcClient.class)
                .sql("select count(*) from ledger.entry where action = :action")
                .param("action", action)
                .query(Long.class)
                .single();
    }

    private boolean twoFactors() {
        return application
                .getBean(JdbcClient.class)
                .sql("select second_factor from access.session order by started_at desc limit 1")
                .query(Boolean.class)
                .single();
    }
}
