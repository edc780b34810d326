package org.openbeat.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openbeat.app.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers whom the table of routes does not let pass: where to sign in, what is missing, or that nothing is there. */
@Component
class RouteRefusals implements AccessDeniedHandler, AuthenticationEntryPoint {
    private final Problems problems;
    private final Duties duties;

    RouteRefusals(Problems problems, Duties duties) {
        this.problems = problems;
        this.duties = duties;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (!isMapped(request, response)) {
            return;
        }
        var duty = duty();
        if (refusal instanceof CsrfException) {
            problems.send(request, response, 403, "expired-form");
        } else if (duty.isEmpty()) {
            problems.send(request, response, 403, "forbidden");
        } else if (isProgram(request)) {
            problems.send(request, response, 403, duty.get().problem());
        } else {
            response.sendRedirect(duty.get().page());
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (!isMapped(request, response)) {
            return;
        }
        if (isProgram(request)) {
            problems.send(request, response, 401, "sign-in-needed");
        } else {
            response.sendRedirect("/sign-in" + returning(request));
        }
    }

    private Optional<Duty> duty() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(duties::of);
    }

    /** After signing in, one comes to the page that was asked for. */
    private static String returning(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/staff")) {
            return "";
        }
        var query = request.getQueryString();
        var page = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /** What the table does not know is not there, for whoever asks; so nobody is asked to sign in for a slip. */
    private boolean isMapped(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = RouteAuthorization.path(request);
        if (Routes.find(HttpMethod.valueOf(request.getMethod()), path).isPresent()) {
            return true;
        }
        if (Routes.methods(path).isEmpty()) {
            problems.send(request, response, 404, "not-found");
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", Routes.methods(path)));
            problems.send(request, response, 405, "method-not-allowed");
        }
        return false;
    }

    /** A browser that shows a page is led to the sign-in; everyone else is told. */
    private static boolean isProgram(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || !accept.contains("text/html") || request.getHeader("HX-Request") != null;
    }
}
