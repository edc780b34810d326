package org.openbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Identifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Answers what went wrong in the reader's words: a page for browsers, a problem detail (RFC 9457) for programs. Its
 * {@code type} is the path of a page that explains it.
 */
@Component
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final MediaType PROBLEM = MediaType.APPLICATION_PROBLEM_JSON;

    private final MessageSource messages;
    private final Identifiers identifiers;

    Problems(MessageSource messages, Identifiers identifiers) {
        this.messages = messages;
        this.identifiers = identifiers;
    }

    /**
     * Ends a request from a filter, where no exception would reach a handler.
     *
     * @param status HTTP status, 400 to 503
     * @param type name of the problem, with texts in the messages
     * @param arguments values for the detail, never personal data
     */
    public void send(
            HttpServletRequest request, HttpServletResponse response, int status, String type, Object... arguments)
            throws IOException {
        send(request, response, Problem.of(status, type, arguments));
    }

    void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        request.setAttribute(Problem.ATTRIBUTE, problem);
        response.sendError(problem.status());
    }

    /** What the failure means to the client; one of our own is logged, once, under an id that the client sees too. */
    Problem diagnose(Throwable failure) {
        var problem = Diagnosis.of(failure);
        if (!problem.isOurs()) {
            return problem;
        }
        var id = identifiers.secret(10);
        LOG.error("Unexpected failure {}", id, failure);
        return problem.loggedAs(id);
    }

    /** A {@link ModelAndView} or a {@link ResponseEntity}, by what the client accepts. */
    Object answer(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        var locale = RequestContextUtils.getLocale(request);
        if (!wantsPage(request)) {
            return ResponseEntity.status(problem.status())
                    .headers(problem.headers())
                    .contentType(PROBLEM)
                    .body(detail(problem, locale, Shell.askedPath(request)));
        }
        problem.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        var page = new ModelAndView("web/problem");
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        page.addObject("problem", problem);
        page.addObject("title", title(problem.type(), locale));
        page.addObject("detail", detailText(problem, locale));
        page.addObject("faults", faults(problem, locale));
        return page;
    }

    ProblemDetail detail(Problem problem, Locale locale, String path) {
        var detail = ProblemDetail.forStatus(problem.status());
        detail.setInstance(instance(path));
        detail.setType(URI.create("/problems/" + problem.type()));
        detail.setTitle(title(problem.type(), locale));
        detail.setDetail(detailText(problem, locale));
        if (!problem.faults().isEmpty()) {
            detail.setProperty("errors", faults(problem, locale));
        }
        if (problem.id() != null) {
            detail.setProperty("id", problem.id());
        }
        return detail;
    }

    private static @Nullable URI instance(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    String title(String type, Locale locale) {
        return text("problem." + type + ".title", locale);
    }

    private String detailText(Problem problem, Locale locale) {
        return text(
                "problem." + problem.type() + ".detail",
                locale,
                problem.arguments().toArray());
    }

    private String text(String key, Locale locale, Object... arguments) {
        var found = messages.getMessage(key, arguments, null, locale);
        return found != null ? found : key;
    }

    private Map<String, String> faults(Problem problem, Locale locale) {
        var faults = new LinkedHashMap<String, String>();
        problem.faults()
                .forEach(fault -> faults.merge(
                        fault.field(),
                        messages.getMessage(fault.message(), locale),
                        (one, other) -> one + " " + other));
        return faults;
    }

    /** Whether to answer with a page. Browsers name HTML; a program that also names problem details wants those. */
    public static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        try {
            var accepted = MediaType.parseMediaTypes(accept);
            return accepted.stream().anyMatch(type -> same(type, MediaType.TEXT_HTML))
                    && accepted.stream().noneMatch(type -> same(type, PROBLEM));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean same(MediaType one, @Nullable MediaType other) {
        return one.equalsTypeAndSubtype(other);
    }
}
