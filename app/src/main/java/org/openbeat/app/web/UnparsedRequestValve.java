package org.openbeat.app.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Tomcat refuses before it knows which application is meant, such as a path with {@code %00} or headers
 * beyond the limit. Nothing of the request can be trusted there, its languages included.
 */
class UnparsedRequestValve extends ErrorReportValve {
    private final Problems problems;
    private final JsonMapper json;

    UnparsedRequestValve(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var detail = problems.detail(Problem.ofStatus(response.getStatus()), Locale.ENGLISH, "");
            detail.setInstance(null);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsString(detail).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            // The client is gone: nobody is left to tell.
        }
    }
}
