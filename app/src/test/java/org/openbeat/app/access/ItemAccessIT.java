package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.MappedRoutes.Mapped;
import org.openbeat.app.access.RouteSubjects.Subject;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Design, I2 and I6, and R-71: every route that the application maps, with every role that may use it, asked by somebody
 * of another agency and by somebody of the agency that has the item. Detail, summary, list, search, file and command
 * share one filter: of a foreign item no content leaves, and of a foreign report not even that it exists.
 */
@OpenbeatTest
class ItemAccessIT {
    private static final String CSRF = "a-token-of-this-test";
    private static final Set<String> FILTERS = Set.of("ShellFilter", "RowScopeFilter");
    private static final AgencyId STRANGERS = new AgencyId("strangers");

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Access access;

    @Autowired
    org.openbeat.app.desk.Desk desk;

    @Autowired
    org.openbeat.app.dispatch.Dispatch dispatch;

    @Autowired
    org.openbeat.app.dispatch.position.Positions positions;

    private @Nullable MockMvc mvc;

    @BeforeEach
    void assemble() {
        DefaultMockMvcBuilder builder =
                MockMvcBuilders.webAppContextSetup(context).apply(springSecurity());
        context.getBeansOfType(Filter.class).values().stream()
                .filter(filter -> FILTERS.contains(filter.getClass().getSimpleName()))
                .forEach(filter -> builder.addFilters(filter));
        mvc = builder.build();
    }

    @Test
    void every_mapped_route_says_what_it_is_about() {
        assertThat(MappedRoutes.of(context))
                .allSatisfy(route -> assertThat(RouteSubjects.of(route))
                        .as(
                                "%s is mapped, but RouteSubjects has no line for it: nobody tries whom it shows what",
                                route)
                        .isPresent());
    }

    /** Whoever asks. */
    private record Caller(Role role, AgencyId agency) {
        UsernamePasswordAuthenticationToken token() {
            var member = new StaffMember(
                    new AccountId(UUID.nameUUIDFromBytes((role + agency.value()).getBytes(StandardCharsets.UTF_8))),
                    "made.up",
                    "Made Up",
                    "",
                    agency,
                    Set.of(role),
                    false);
            return UsernamePasswordAuthenticationToken.authenticated(member, null, List.of());
        }
    }

    private static List<Role> admitted(Mapped route) {
        return Arrays.stream(Role.values())
                .filter(role -> route.line()
                        .map(line -> line.audience().admits(true, Set.of(role)))
                        .orElse(false))
                .toList();
    }

    @TestFactory
    Stream<DynamicContainer> R71_of_a_foreign_item_nothing_leaves_by_any_route_for_any_role() {
        var items = new ForeignItems(desk, dispatch, positions, access, jdbc);
        return Stream.of(Subject.REPORT, Subject.INCIDENT, Subject.UNIT, Subject.LIST, Subject.NO_ITEM)
                .map(subject -> {
                    var routes = MappedRoutes.of(context).stream()
                            .filter(route -> RouteSubjects.of(route)
                                    .filter(subject::equals)
                                    .isPresent())
                            .filter(route -> subject != Subject.NO_ITEM || route.method() == HttpMethod.GET)
                            .toList();
                    var cases = routes.stream()
                            .mapToInt(route -> admitted(route).size())
                            .sum();
                    return DynamicContainer.dynamicContainer(
                            "%s: %d routes, %d cases".formatted(subject, routes.size(), cases),
                            routes.stream()
                                    .map(route -> DynamicTest.dynamicTest(
                                            route.toString(), () -> tryForeign(route, subject, items))));
                });
    }

    private void tryForeign(Mapped route, Subject subject, ForeignItems items) throws Exception {
        var before = items.state();
        for (var role : admitted(route)) {
            var answer = ask(new Caller(role, STRANGERS), route, items.path(route));
            var said = answer.getContentAsString(StandardCharsets.UTF_8);
            assertThat(said).as("%s as %s", route, role).doesNotContain(ForeignItems.SECRETS);
            switch (subject) {
                case REPORT -> {
                    assertThat(answer.getStatus())
                            .as("%s as %s: %s", route, role, said)
                            .isEqualTo(404);
                    var unknown = ask(new Caller(role, STRANGERS), route, items.pathOfNothing(route));
                    assertThat(unknown.getStatus()).isEqualTo(404);
                    assertThat(unknown.getContentAsString(StandardCharsets.UTF_8)
                                    .replace(items.nothing(), "?"))
                            .as("a foreign report is like one that is not there")
                            .isEqualTo(said.replace(items.reference(), "?"));
                }
                case INCIDENT, UNIT ->
                    assertThat(answer.getStatus())
                            .as("%s as %s: %s", route, role, said)
                            .isIn(403, 404);
                case LIST, NO_ITEM, STREAM -> assertThat(answer.getStatus()).isLessThan(500);
            }
        }
        assertThat(items.state()).as("nothing changed").isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicContainer> the_agency_that_has_the_item_is_let_in_where_the_policy_says_so() {
        var items = new ForeignItems(desk, dispatch, positions, access, jdbc);
        return Stream.of(Subject.REPORT, Subject.INCIDENT, Subject.UNIT).map(subject -> {
            var routes = MappedRoutes.of(context).stream()
                    .filter(route ->
                            RouteSubjects.of(route).filter(subject::equals).isPresent())
                    .filter(route -> route.method() == HttpMethod.GET)
                    .toList();
            var cases =
                    routes.stream().mapToInt(route -> admitted(route).size()).sum();
            return DynamicContainer.dynamicContainer(
                    "%s: %d routes, %d cases".formatted(subject, routes.size(), cases),
                    routes.stream()
                            .map(route ->
                                    DynamicTest.dynamicTest(route.toString(), () -> tryOwn(route, subject, items))));
        });
    }

    private void tryOwn(Mapped route, Subject subject, ForeignItems items) throws Exception {
        for (var role : admitted(route)) {
            var agency = subject == Subject.REPORT ? items.agencyOfReport() : ForeignItems.AGENCY;
            var answer = ask(new Caller(role, agency), route, items.path(route));
            var said = answer.getContentAsString(StandardCharsets.UTF_8);
            if (!mayRead(role, agency, subject)) {
                assertThat(answer.getStatus())
                        .as("%s as %s: %s", route, role, said)
                        .isIn(403, 404);
                continue;
            }
            var mayAsk = said.contains("purpose-required") || said.contains("dispatch-role-required");
            assertThat(answer.getStatus() == 200 || mayAsk || isOnlyForSome(route, answer))
                    .as("%s as %s: %d %s", route, role, answer.getStatus(), said)
                    .isTrue();
        }
    }

    private static boolean mayRead(Role role, AgencyId agency, Subject subject) {
        var actor = Actor.staff(new UUID(7, 7).toString(), "Made Up", agency, Set.of(role));
        return Policy.allows(Viewer.of(actor), Act.READ, Item.of(Kind.valueOf(subject.name()), agency));
    }

    /** A picture that is not there is not found, by whoever may look for it. */
    private static boolean isOnlyForSome(Mapped route, MockHttpServletResponse answer) {
        return route.pattern().contains("/photos/") && answer.getStatus() == 404;
    }

    private MockHttpServletResponse ask(Caller caller, Mapped route, String path) throws Exception {
        var asked = request(route.method(), path)
                .accept(MediaType.APPLICATION_JSON, MediaType.ALL)
                .cookie(new Cookie("XSRF-TOKEN", CSRF))
                .header("X-XSRF-TOKEN", masked(CSRF))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .with(authentication(caller.token()));
        if (route.method() != HttpMethod.GET && path.startsWith("/api/")) {
            asked = asked.contentType(MediaType.APPLICATION_JSON).content(ForeignItems.BODY);
        } else {
            for (var field : ForeignItems.FIELDS.entrySet()) {
                asked = asked.param(field.getKey(), field.getValue());
            }
        }
        return Objects.requireNonNull(mvc).perform(asked).andReturn().getResponse();
    }

    /** As {@code RouteAccessIT} sends it. */
    private static String masked(String token) {
        var bytes = token.getBytes(StandardCharsets.UTF_8);
        var masked = new byte[2 * bytes.length];
        System.arraycopy(bytes, 0, masked, bytes.length, bytes.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }
}
