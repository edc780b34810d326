package org.openbeat.app.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.web.RateLimits.Limit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Holds the table of {@link RateLimits}: who asks too often is told when to come back (RFC 6585, 4). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
@EnableConfigurationProperties(RateLimits.class)
class RateLimitFilter extends OncePerRequestFilter {
    /** Beyond so many clients the least used buckets are forgotten: memory stays bounded under any flood. */
    private static final int MOST_BUCKETS = 200_000;

    private record Rule(Limit limit, PathPattern pattern, Cache<String, Bucket> buckets) {}

    private final List<Rule> rules;
    private final ClientAddresses addresses;
    private final Problems problems;
    private final TimeMeter time;

    @Autowired
    RateLimitFilter(RateLimits limits, ClientAddresses addresses, Problems problems) {
        this(limits, addresses, problems, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimitFilter(RateLimits limits, ClientAddresses addresses, Problems problems, TimeMeter time) {
        this.addresses = addresses;
        this.problems = problems;
        this.time = time;
        this.rules = limits.enabled() ? limits.table().stream().map(this::rule).toList() : List.of();
    }

    private Rule rule(Limit limit) {
        Ticker ticker = time::currentTimeNanos;
        return new Rule(
                limit,
                PathPatternParser.defaultInstance.parse(limit.pattern()),
                Caffeine.newBuilder()
                        .maximumSize(MOST_BUCKETS)
                        .expireAfterAccess(limit.period().plusMinutes(1))
                        .ticker(ticker)
                        .build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = wait(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            long seconds = wait.plusMillis(999).toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            problems.send(request, response, 429, "too-many-requests", seconds);
        }
    }

    /** How long this client must wait, zero if it may pass. */
    private Duration wait(HttpServletRequest request) {
        var longest = Duration.ZERO;
        var path = rules.isEmpty() ? null : path(request);
        for (var rule : rules) {
            if (path != null && applies(rule, request, path)) {
                var wait = take(rule, request);
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
        }
        return longest;
    }

    /** From the undecoded address: a path that is decoded twice slips past the rules, or cannot be decoded. */
    private static PathContainer path(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }

    private static boolean applies(Rule rule, HttpServletRequest request, PathContainer path) {
        var method = rule.limit().method();
        return (method.equals("*") || method.equalsIgnoreCase(request.getMethod()))
                && rule.pattern().matches(path);
    }

    private Duration take(Rule rule, HttpServletRequest request) {
        var client = client(rule.limit(), request);
        if (client == null) {
            return Duration.ZERO;
        }
        var probe = rule.buckets().get(client, ignored -> bucket(rule.limit())).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private @Nullable String client(Limit limit, HttpServletRequest request) {
        return switch (limit.per()) {
            case ADDRESS -> addresses.subscriber(request);
            case KEY -> request.getParameter("api_key");
        };
    }

    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.period()))
                .build();
    }
}
