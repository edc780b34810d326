package org.openbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.web.RateLimits.Limit;
import org.openbeat.app.web.RateLimits.Per;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class RateLimitFilterTest {
    private final AtomicLong nanos = new AtomicLong();

    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private RateLimitFilter filter(boolean enabled, Limit... table) {
        var settings = new WebSettings("https://example.org/", List.of(), DataSize.ofMegabytes(1));
        var problems = new Problems(
                new StaticMessageSource(), new Identifiers(Clock.systemUTC(), new java.security.SecureRandom()));
        return new RateLimitFilter(
                new RateLimits(enabled, List.of(table)), new ClientAddresses(settings), problems, time);
    }

    private static MockHttpServletResponse ask(RateLimitFilter filter, String address, String path, String key) {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        if (!key.isEmpty()) {
            request.setParameter("api_key", key);
        }
        var response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, new MockFilterChain());
        } catch (IOException | ServletException e) {
            throw new AssertionError(e);
        }
        return response;
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_back_and_may_then() {
        var filter = filter(true, new Limit("POST", "/report/**", Per.ADDRESS, 2, Duration.ofMinutes(1)));
        assertThat(ask(filter, "192.0.2.1", "/report/new", "").getStatus()).isEqualTo(200);
        assertThat(ask(filter, "192.0.2.1", "/report/new", "").getStatus()).isEqualTo(200);
        var refused = ask(filter, "192.0.2.1", "/report/new", "");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("30");
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(ask(filter, "192.0.2.1", "/report/new", "").getStatus()).isEqualTo(200);
    }

    @Test
    void one_client_does_not_use_up_what_another_may() {
        var filter = filter(true, new Limit("*", "/report/**", Per.ADDRESS, 1, Duration.ofMinutes(1)));
        ask(filter, "192.0.2.1", "/report", "");
        assertThat(ask(filter, "192.0.2.2", "/report", "").getStatus()).isEqualTo(200);
    }

    @Test
    void a_limit_holds_only_for_its_method_and_route() {
        var filter = filter(true, new Limit("GET", "/report/**", Per.ADDRESS, 1, Duration.ofMinutes(1)));
        ask(filter, "192.0.2.1", "/report", "");
        assertThat(ask(filter, "192.0.2.1", "/report", "").getStatus()).isEqualTo(200);
    }

    @Test
    void a_partner_is_counted_by_its_key_from_wherever_it_asks() {
        var filter = filter(true, new Limit("POST", "/open311/**", Per.KEY, 1, Duration.ofMinutes(1)));
        assertThat(ask(filter, "192.0.2.1", "/open311/v2/requests.json", "k1").getStatus())
                .isEqualTo(200);
        assertThat(ask(filter, "192.0.2.2", "/open311/v2/requests.json", "k1").getStatus())
                .isEqualTo(429);
        assertThat(ask(filter, "192.0.2.2", "/open311/v2/requests.json", "k2").getStatus())
                .isEqualTo(200);
        assertThat(ask(filter, "192.0.2.2", "/open311/v2/requests.json", "").getStatus())
                .isEqualTo(200);
    }

    @Test
    void limits_can_be_off_for_a_measurement() {
        var filter = filter(false, new Limit("*", "/**", Per.ADDRESS, 1, Duration.ofMinutes(1)));
        ask(filter, "192.0.2.1", "/report", "");
        assertThat(ask(filter, "192.0.2.1", "/report", "").getStatus()).isEqualTo(200);
    }
}
