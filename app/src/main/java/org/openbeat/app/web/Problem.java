package org.openbeat.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;

/**
 * What went wrong with a request, before it is put in the reader's words.
 *
 * @param status HTTP status
 * @param type stable name; its texts are {@code problem.<type>.title} and {@code problem.<type>.detail}
 * @param arguments values for the detail, never personal data
 * @param faults what is wrong with single fields
 * @param headers headers that the answer must carry
 * @param id under which the failure stands in the server's log, or null where the request was at fault
 */
record Problem(
        int status,
        String type,
        List<Object> arguments,
        List<Fault> faults,
        HttpHeaders headers,
        @Nullable String id) {

    /** Request attribute that carries a problem to the error page. */
    static final String ATTRIBUTE = Problem.class.getName();

    /** One field and what is wrong with it; the value itself is not repeated. */
    record Fault(String field, MessageSourceResolvable message) {}

    Problem {
        arguments = List.copyOf(arguments);
        faults = List.copyOf(faults);
    }

    static Problem of(int status, String type, Object... arguments) {
        return new Problem(status, type, List.of(arguments), List.of(), HttpHeaders.EMPTY, null);
    }

    Problem with(List<Fault> found) {
        return new Problem(status, type, arguments, found, headers, id);
    }

    Problem with(HttpHeaders more) {
        return new Problem(status, type, arguments, faults, more, id);
    }

    Problem loggedAs(String logId) {
        return new Problem(status, type, arguments, faults, headers, logId);
    }

    boolean isOurs() {
        return status == 500;
    }

    /** What a bare status means, for refusals that were made before any handler. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> of(401, "sign-in-needed");
            case 403 -> of(403, "forbidden");
            case 404 -> of(404, "not-found");
            case 405 -> of(405, "method-not-allowed");
            case 406 -> of(406, "not-acceptable");
            case 413 -> of(413, "too-large");
            case 415 -> of(415, "unsupported-media-type");
            case 429 -> of(429, "too-many-requests");
            case 503 -> of(503, "unavailable");
            default -> status >= 400 && status < 500 ? of(status, "malformed-request") : of(500, "unexpected");
        };
    }
}
