package org.openbeat.app.desk.open311;

import java.util.List;

/**
 * A request that GeoReport refuses: 404 for what does not exist, 403 for a key that is missing or wrong, 400 for all else.
 */
final class Open311Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> descriptions;

    private Open311Fault(int status, List<String> descriptions) {
        super(String.join(" ", descriptions));
        this.status = status;
        this.descriptions = List.copyOf(descriptions);
    }

    static Open311Fault notFound(String description) {
        return new Open311Fault(404, List.of(description));
    }

    static Open311Fault forbidden(String description) {
        return new Open311Fault(403, List.of(description));
    }

    static Open311Fault malformed(List<String> descriptions) {
        return new Open311Fault(400, descriptions);
    }

    static Open311Fault malformed(String description) {
        return malformed(List.of(description));
    }

    int status() {
        return status;
    }

    /** {@code errors/error[]{code, description}}: always a list, one for each thing that is wrong. */
    Answer answer() {
        return errors(status, descriptions);
    }

    static Answer errors(int code, List<String> descriptions) {
        return new Answer.Items(
                "error",
                descriptions.stream()
                        .map(description ->
                                Answer.Fields.of().with("code", code).with("description", description))
                        .toList());
    }
}
