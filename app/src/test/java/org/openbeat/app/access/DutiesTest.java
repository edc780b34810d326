package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** What a role may demand before anything else. */
class DutiesTest {
    private final Duties duties = new Duties(
            new SignInSettings(Duration.ofMinutes(10), Set.of(Role.ADMINISTRATOR), Duration.ofHours(1), null));
    private final RouteAuthorization routes =
            new RouteAuthorization(new AccessSettings(Duration.ZERO, Duration.ZERO, null, 1), duties);

    private static UsernamePasswordAuthenticationToken who(Role role, @Nullable Boolean provedTwice) {
        var member = new StaffMember(
                new AccountId(new UUID(7, 7)), "made.up", "Made Up", "", new AgencyId("main"), Set.of(role), false);
        var who = UsernamePasswordAuthenticationToken.authenticated(member, null, List.of());
        if (provedTwice != null) {
            var proof = new Session.Proof(Instant.EPOCH, "password", provedTwice);
            who.setDetails(new Session(new UUID(1, 1), Instant.EPOCH, Instant.EPOCH, "", proof));
        }
        return who;
    }

    private boolean opens(UsernamePasswordAuthenticationToken who, String path) {
        return routes.authorize(() -> who, new RequestAuthorizationContext(new MockHttpServletRequest("GET", path)))
                .isGranted();
    }

    @Test
    void a_role_that_demands_a_second_factor_opens_only_where_it_is_added() {
        for (var without : List.of(who(Role.ADMINISTRATOR, false), who(Role.ADMINISTRATOR, null))) {
            assertThat(duties.of(without)).contains(Duty.SECOND_FACTOR);
            assertThat(opens(without, "/admin/accounts")).isFalse();
            assertThat(opens(without, "/staff")).isFalse();
            assertThat(opens(without, "/account/second-factor/app")).isTrue();
            assertThat(opens(without, "/account/confirm")).isTrue();
        }
    }

    @Test
    void whoever_showed_one_or_has_another_role_goes_on() {
        assertThat(opens(who(Role.ADMINISTRATOR, true), "/admin/accounts")).isTrue();
        assertThat(opens(who(Role.ANALYST, false), "/staff")).isTrue();
        assertThat(opens(who(Role.ANALYST, false), "/admin/accounts")).isFalse();
    }
}
