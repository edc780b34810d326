package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

class MetricsTokenTest {

    private static boolean admits(@Nullable String token, String path, @Nullable String header) {
        var settings = new AccessSettings(Duration.ofHours(4), Duration.ofHours(13), token, 1);
        var request = new MockHttpServletRequest("GET", path);
        if (header != null) {
            request.addHeader("Authorization", header);
        }
        return new RouteAuthorization(
                        settings,
                        new Duties(new SignInSettings(Duration.ofMinutes(10), Set.of(), Duration.ofHours(1), null)))
                .authorize(() -> null, new RequestAuthorizationContext(request))
                .isGranted();
    }

    @Test
    void a_program_reads_the_metrics_with_the_token() {
        assertThat(admits("seldom-guessed", "/actuator/prometheus", "Bearer seldom-guessed"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "seldom-guessed, /actuator/prometheus, Bearer other",
                "seldom-guessed, /actuator/prometheus, seldom-guessed",
                "seldom-guessed, /actuator/prometheus, -",
                "seldom-guessed, /admin/accounts, Bearer seldom-guessed",
                "-, /actuator/prometheus, Bearer null",
                "'', /actuator/prometheus, 'Bearer '"
            })
    void nothing_else_opens_and_the_token_opens_nothing_else(
            @Nullable String token, String path, @Nullable String header) {
        assertThat(admits(token, path, header)).isFalse();
    }
}
