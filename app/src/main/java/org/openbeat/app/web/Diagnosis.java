package org.openbeat.app.web;

import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.web.Problem.Fault;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Tells from an exception what was wrong with the request; whatever it does not know is a fault of ours. */
final class Diagnosis {

    private Diagnosis() {}

    static Problem of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refused(refusal);
            case BindException bind -> invalid(bind.getBindingResult());
            case MethodArgumentTypeMismatchException mismatch -> mismatched(mismatch);
            case TypeMismatchException mismatch -> badField(String.valueOf(mismatch.getPropertyName()));
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MaxUploadSizeExceededException ignored -> Problem.of(413, "too-large");
            case MultipartException multipart -> multipart(multipart);
            case RequestRejectedException ignored -> Problem.of(400, "malformed-request"); // Names no form of ours has.
            case InvalidParameterException parameter -> Problem.ofStatus(parameter.getErrorCode());
            case ErrorResponse response ->
                Problem.ofStatus(response.getStatusCode().value()).with(response.getHeaders());
            default -> Problem.of(500, "unexpected");
        };
    }

    private static Problem refused(Refusal refusal) {
        int status = switch (refusal.kind()) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
        return Problem.of(status, refusal.type(), refusal.arguments());
    }

    private static Problem invalid(BindingResult result) {
        var faults = result.getAllErrors().stream()
                .map(error -> new Fault(error instanceof FieldError field ? field.getField() : "", error))
                .toList();
        return Problem.of(400, "invalid-input").with(faults);
    }

    /** A path that names nothing is not found; a parameter that does not fit is a mistake to correct. */
    private static Problem mismatched(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Problem.of(404, "not-found")
                : badField(mismatch.getName());
    }

    private static Problem badField(String name) {
        return fault(name, "typeMismatch");
    }

    private static Problem missing(String name) {
        return fault(name, "web.error.missing");
    }

    private static Problem fault(String name, String messageKey) {
        return Problem.of(400, "invalid-input")
                .with(List.of(new Fault(name, new DefaultMessageSourceResolvable(messageKey))));
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        return NestedExceptionUtils.getRootCause(unreadable) instanceof Refusal refusal
                ? refused(refusal)
                : Problem.of(400, "unreadable-body");
    }

    /** Tomcat tells the size apart only in the cause; the rest are broken bodies. */
    private static Problem multipart(MultipartException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var name = cause.getClass().getSimpleName();
            if (name.contains("SizeLimit") || name.contains("FileCountLimit") || name.contains("SizeException")) {
                return Problem.of(413, "too-large");
            }
            if (cause instanceof InvalidParameterException parameter) {
                return Problem.ofStatus(parameter.getErrorCode());
            }
        }
        return Problem.of(400, "unreadable-body");
    }
}
