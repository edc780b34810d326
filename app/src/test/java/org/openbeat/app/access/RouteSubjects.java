package org.openbeat.app.access;

import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What each route is about, as far as it belongs to an agency. {@link ItemAccessIT} tries each accordingly, and fails for
 * a route that has no line here.
 */
final class RouteSubjects {

    /** What a route shows or changes. */
    enum Subject {
        /** One report; of a foreign one not even the existence may be told. */
        REPORT,
        /** One incident; that it exists is no secret among rooms, all else is. */
        INCIDENT,
        /** One unit or one of its devices. */
        UNIT,
        /** A list, a search, an export of items: foreign ones are not in it. */
        LIST,
        /** An endless stream; tried over a socket by {@code SharingIT}. */
        STREAM,
        /** For everyone, behind a secret of its own, or about no item of an agency. */
        NO_ITEM
    }

    private record Line(PathPattern pattern, Subject subject) {}

    private static final PathPatternParser PARSER = new PathPatternParser();

    /** The first line that fits counts. */
    private static final List<Line> TABLE = List.of(
            line("/desk/reports/{reference}/**", Subject.REPORT),
            line("/desk/officers/**", Subject.NO_ITEM),
            line("/desk/**", Subject.LIST),
            line("/api/dispatch/incidents/{id}/**", Subject.INCIDENT),
            line("/incidents/{id}/**", Subject.INCIDENT),
            line("/board/incidents/{id}/**", Subject.INCIDENT),
            line("/api/dispatch/units/{unit}/**", Subject.UNIT),
            line("/api/dispatch/devices/{device}/**", Subject.UNIT),
            line("/board/units/{id}/**", Subject.UNIT),
            line("/units/{id}/**", Subject.UNIT),
            line("/api/dispatch/stream", Subject.STREAM),
            line("/api/dispatch/**", Subject.LIST),
            line("/board/**", Subject.LIST),
            line("/incidents/**", Subject.LIST),
            line("/units/**", Subject.LIST),
            line("/roads/**", Subject.LIST),
            line("/calls/**", Subject.LIST),
            line("/plans/**", Subject.LIST),
            line("/crew/**", Subject.LIST),
            line("/beats/**", Subject.LIST),
            line("/retention/**", Subject.LIST),
            line("/oversight/**", Subject.NO_ITEM),
            line("/approvals/**", Subject.LIST),
            line("/purposes/**", Subject.LIST),
            line("/staff", Subject.LIST),
            line("/account/**", Subject.NO_ITEM),
            line("/admin/**", Subject.NO_ITEM),
            line("/recoveries/**", Subject.NO_ITEM),
            line("/sign-in/**", Subject.NO_ITEM),
            line("/sign-out", Subject.NO_ITEM),
            line("/", Subject.NO_ITEM),
            line("/report/**", Subject.NO_ITEM),
            line("/track/**", Subject.NO_ITEM),
            line("/r/**", Subject.NO_ITEM),
            line("/receipts", Subject.NO_ITEM),
            line("/open311/**", Subject.NO_ITEM),
            line("/api/places/**", Subject.NO_ITEM),
            line("/tiles/**", Subject.NO_ITEM),
            line("/map/**", Subject.NO_ITEM),
            line("/volunteers/**", Subject.NO_ITEM),
            line("/positions/**", Subject.NO_ITEM),
            line("/partners/v1/**", Subject.NO_ITEM),
            line("/ledger/**", Subject.NO_ITEM),
            line("/actuator/**", Subject.NO_ITEM),
            line("/api-docs/**", Subject.NO_ITEM),
            line("/api-docs.yaml", Subject.NO_ITEM),
            line("/developers", Subject.NO_ITEM),
            line("/problems/**", Subject.NO_ITEM),
            line("/accessibility", Subject.NO_ITEM),
            line("/assets/**", Subject.NO_ITEM),
            line("/webjars/**", Subject.NO_ITEM),
            line("/favicon.ico", Subject.NO_ITEM),
            line("/error", Subject.NO_ITEM));

    private RouteSubjects() {}

    private static Line line(String pattern, Subject subject) {
        return new Line(PARSER.parse(pattern), subject);
    }

    static Optional<Subject> of(MappedRoutes.Mapped route) {
        var path = PathContainer.parsePath(route.sample());
        return TABLE.stream()
                .filter(line -> line.pattern().matches(path))
                .map(Line::subject)
                .findFirst();
    }
}
