package org.openbeat.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Hands Spring Security the session of a request, looked up once and only when somebody asks who it is. */
@Component
class SessionContexts implements SecurityContextRepository {
    private static final String LOADED = SessionContexts.class.getName();

    private final StaffSessions sessions;
    private final StaffCookies cookies;

    SessionContexts(StaffSessions sessions, StaffCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    /** Only signing in makes a session. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookies.session(request) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        if (request.getAttribute(LOADED) instanceof SecurityContext loaded) {
            return loaded;
        }
        var token = cookies.session(request);
        var context = token == null
                ? SecurityContextHolder.createEmptyContext()
                : sessions.use(token)
                        .map(SessionContexts::context)
                        .orElseGet(SecurityContextHolder::createEmptyContext);
        request.setAttribute(LOADED, context);
        return context;
    }

    private static SecurityContext context(Sessions.Open open) {
        var authorities = open.member().roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
        var who = UsernamePasswordAuthenticationToken.authenticated(open.member(), null, authorities);
        who.setDetails(open.session());
        return new SecurityContextImpl(who);
    }

    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            return load(request);
        }

        @Override
        public boolean isGenerated() {
            return cookies.session(request) == null;
        }
    }
}
