package org.openbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** The last to hear of an exception that a handler throws; a module's own handlers come first. */
@ControllerAdvice
@Order
class ProblemAdvice {
    private static final DisconnectedClientHelper DISCONNECTED = new DisconnectedClientHelper("org.openbeat.gone");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    Object on(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure; // The filter chain of access knows whether to refuse or to ask who it is.
        }
        if (response.isCommitted() || DISCONNECTED.checkAndLogClientDisconnectedException(failure)) {
            return null;
        }
        response.resetBuffer();
        return problems.answer(problems.diagnose(failure), request, response);
    }
}
