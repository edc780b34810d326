package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.pattern.PathPatternParser;

/** Design, I2: every route that the application answers, tried with every role and with none, against the one table. */
@OpenbeatTest
class RouteAccessIT {

    /** They write nothing. */
    private static final Set<String> HARMLESS = Set.of("/error", "/sign-out");

    private static final String PASSED = "passed";
    private static final String CSRF = "a-token-of-this-test";

    @Autowired
    WebApplicationContext context;

    private @Nullable MockMvc mvc;

    @BeforeEach
    void assemble() {
        DefaultMockMvcBuilder builder =
                MockMvcBuilders.webAppContextSetup(context).apply(springSecurity());
        builder.addFilters(RouteAccessIT::pass);
        mvc = builder.build();
    }

    /** Stands behind the filters of access: whoever comes here would reach the handler, which must not act in a test. */
    private static void pass(ServletRequest request, ServletResponse response, FilterChain chain) {
        request.setAttribute(PASSED, true);
    }

    @Test
    void every_mapped_route_stands_in_the_table() {
        assertThat(MappedRoutes.of(context))
                .allSatisfy(route -> assertThat(route.line())
                        .as("%s is mapped, but access.Routes has no line for it: nobody can use it", route)
                        .isPresent());
    }

    @Test
    void every_line_of_the_table_has_a_route() {
        var used = MappedRoutes.of(context).stream()
                .flatMap(route -> route.line().stream())
                .toList();
        assertThat(Routes.table())
                .allSatisfy(line -> assertThat(used)
                        .as(
                                "no controller answers %s %s: take the line out of access.Routes",
                                line.method(), line.pattern())
                        .contains(line));
    }

    /** What nobody signed in for can be flooded by anybody; the limits themselves are off while tests run. */
    @Test
    void whatever_anyone_may_post_to_has_a_limit() {
        var limits = Binder.get(context.getEnvironment())
                .bind("openbeat.rate-limits.table", Bindable.listOf(Limit.class))
                .get();
        assertThat(MappedRoutes.of(context))
                .filteredOn(route -> route.method() == HttpMethod.POST && isForEveryone(route))
                .filteredOn(route -> !HARMLESS.contains(route.pattern()))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(limits)
                        .as("%s is open to anyone: give it a line in openbeat.rate-limits.table", route)
                        .anyMatch(limit -> limit.fits(route)));
    }

    private static boolean isForEveryone(Mapped route) {
        return route.line()
                .filter(line -> line.audience().equals(Audience.everyone()))
                .isPresent();
    }

    /** What this test needs of a limit. */
    record Limit(@DefaultValue("*") String method, String pattern) {
        boolean fits(Mapped route) {
            return Set.of("*", "POST").contains(method)
                    && PathPatternParser.defaultInstance
                            .parse(pattern)
                            .matches(PathContainer.parsePath(route.sample()));
        }
    }

    @TestFactory
    Stream<DynamicContainer> each_role_reaches_what_the_table_grants_and_nothing_else() {
        var routes = MappedRoutes.of(context);
        return callers().stream()
                .map(caller -> DynamicContainer.dynamicContainer(
                        "%s: %d cases".formatted(caller, routes.size()),
                        routes.stream()
                                .map(route ->
                                        DynamicTest.dynamicTest(route.toString(), () -> attempt(caller, route)))));
    }

    /** Nobody, somebody without a role, and one for each role. */
    private record Caller(String name, boolean signedIn, Set<Role> roles) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Caller> callers() {
        var callers = new ArrayList<Caller>();
        callers.add(new Caller("nobody", false, Set.of()));
        callers.add(new Caller("staff without a role", true, Set.of()));
        for (var role : Role.values()) {
            callers.add(new Caller(role.name(), true, Set.of(role)));
        }
        return callers;
    }

    /**
     * The token as a form carries it: a mask, here of zeros, and the token under it. The test support's own way would put
     * another repository of tokens into the shared filter chain, and forms of later tests would be refused.
     */
    private static String masked(String token) {
        var bytes = token.getBytes(StandardCharsets.UTF_8);
        var masked = new byte[2 * bytes.length];
        System.arraycopy(bytes, 0, masked, bytes.length, bytes.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    private void attempt(Caller caller, Mapped route) throws Exception {
        var asked = request(route.method(), route.sample())
                .accept(MediaType.APPLICATION_JSON)
                .cookie(new Cookie("XSRF-TOKEN", CSRF))
                .header("X-XSRF-TOKEN", masked(CSRF));
        if (caller.signedIn()) {
            asked = asked.with(authentication(token(caller)));
        }
        var result = java.util.Objects.requireNonNull(mvc).perform(asked).andReturn();
        var admitted = route.line()
                .map(line -> line.audience().admits(caller.signedIn(), caller.roles()))
                .orElse(false);
        assertThat(result.getRequest().getAttribute(PASSED) != null)
                .as("%s %s: answered %d", caller, route, result.getResponse().getStatus())
                .isEqualTo(admitted);
        if (!admitted) {
            assertThat(result.getResponse().getStatus()).isEqualTo(caller.signedIn() ? 403 : 401);
        }
    }

    private static UsernamePasswordAuthenticationToken token(Caller caller) {
        var member = new StaffMember(
                new AccountId(new UUID(7, 7)), "made.up", "Made Up", "", new AgencyId("main"), caller.roles(), false);
        return UsernamePasswordAuthenticationToken.authenticated(member, null, List.of());
    }
}
