package org.openbeat.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.openbeat.app.kernel.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns away, before anything looks at it, what no handler can use: text that the database cannot store, broken
 * parameters, bodies beyond the limit. It also catches what escapes every handler, so that it is answered and logged
 * once.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RequestGuard extends OncePerRequestFilter {
    private static final DisconnectedClientHelper DISCONNECTED = new DisconnectedClientHelper("org.openbeat.gone");

    private final Problems problems;
    private final WebSettings settings;

    RequestGuard(Problems problems, WebSettings settings) {
        this.problems = problems;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            check(request);
            chain.doFilter(request, response);
        } catch (Exception failure) {
            var cause = failure instanceof ServletException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failure;
            if (!response.isCommitted() && !DISCONNECTED.checkAndLogClientDisconnectedException(cause)) {
                problems.send(request, response, problems.diagnose(cause));
            }
        }
    }

    private void check(HttpServletRequest request) throws IOException, ServletException {
        StorableText.require(request.getServletPath());
        for (var name : Collections.list(request.getHeaderNames())) {
            Collections.list(request.getHeaders(name)).forEach(StorableText::require);
        }
        boolean multipart = isMultipart(request);
        if (!multipart && request.getContentLengthLong() > settings.maxBody().toBytes()) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "too-large");
        }
        checkParameters(request);
        if (multipart) {
            checkParts(request);
        }
    }

    private static void checkParameters(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            StorableText.require(name);
            for (var value : values) {
                StorableText.require(value);
            }
        });
    }

    private static void checkParts(HttpServletRequest request) throws IOException, ServletException {
        try {
            for (var part : request.getParts()) {
                StorableText.require(part.getName());
                StorableText.require(part.getSubmittedFileName());
            }
        } catch (InvalidParameterException e) {
            throw e;
        } catch (IOException | ServletException | IllegalStateException e) {
            throw new org.springframework.web.multipart.MultipartException("unreadable parts", e);
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }
}
