package org.openbeat.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.web.ActorSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The scope of everything that a request reads, by the table of routes: what is for everyone asks for a secret of its
 * own where that is needed, and sees by it; every other route sees what the member of staff sees who uses it. Stands
 * behind the filters that know who that is.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RowScopeFilter extends OncePerRequestFilter {
    private static final RowScope PUBLIC = RowScope.system("a route for everyone");

    private final ActorSource actors;

    RowScopeFilter(ActorSource actors) {
        this.actors = actors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var ignored = scope(request).open()) {
            chain.doFilter(request, response);
        }
    }

    private RowScope scope(HttpServletRequest request) {
        return isForEveryone(request) ? PUBLIC : RowScopes.of(actors.actor(request));
    }

    private static boolean isForEveryone(HttpServletRequest request) {
        return Routes.find(HttpMethod.valueOf(request.getMethod()), RouteAuthorization.path(request))
                .filter(route -> route.audience() instanceof Audience.Everyone)
                .isPresent();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
