package org.openbeat.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets a request pass by the table of {@link Routes}. Who it is, is looked up only where that matters. */
@Component
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String METRICS = "/actuator/prometheus";

    private final AccessSettings settings;
    private final Duties duties;

    RouteAuthorization(AccessSettings settings, Duties duties) {
        this.settings = settings;
        this.duties = duties;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var route = Routes.find(HttpMethod.valueOf(request.getMethod()), path(request));
        if (route.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        var audience = route.get().audience();
        var open = audience.admits(false, Set.of()) || isScraper(request);
        return new AuthorizationDecision(open || admits(audience, request, authentication.get()));
    }

    private boolean admits(Audience audience, HttpServletRequest request, @Nullable Authentication who) {
        if (who == null || !(who.getPrincipal() instanceof StaffMember member)) {
            return false;
        }
        return duties.of(who)
                .map(duty -> duty.opens(request.getRequestURI()))
                .orElseGet(() -> audience.admits(true, member.roles()));
    }

    /** A program that reads the metrics has a token instead of an account. */
    private boolean isScraper(HttpServletRequest request) {
        var token = settings.metricsToken();
        var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token != null
                && !token.isBlank()
                && sent != null
                && request.getRequestURI().equals(METRICS)
                && MessageDigest.isEqual(bytes("Bearer " + token), bytes(sent));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static PathContainer path(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }
}
