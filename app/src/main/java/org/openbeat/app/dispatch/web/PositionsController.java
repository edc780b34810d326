package org.openbeat.app.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.position.PositionReports;
import org.openbeat.app.dispatch.position.PositionReports.Position;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Positions of phones and trackers, by the protocols that they speak. The token of the device comes as the password of
 * basic authentication, as a bearer token, or, where an app can send only an id, as that id.
 */
@RestController
@RequestMapping("/positions")
class PositionsController {
    private final PositionReports reports;

    PositionsController(PositionReports reports) {
        this.reports = reports;
    }

    /** OwnTracks reads the answer as a list of messages for the phone; there are none. */
    @PostMapping(path = "/owntracks", produces = MediaType.APPLICATION_JSON_VALUE)
    List<String> ownTracks(HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] body) {
        reports.ownTracks(token(request), text(body));
        return List.of();
    }

    @GetMapping("/osmand")
    @ResponseStatus(HttpStatus.OK)
    void osmAnd(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
        reports.osmAnd(token(request), parameters);
    }

    @PostMapping(path = "/osmand", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.OK)
    void osmAndJson(HttpServletRequest request, @RequestBody byte[] body) {
        reports.osmAnd(token(request), text(body));
    }

    /** The apps send parameters by POST too, some without saying of what type the empty body is. */
    @PostMapping("/osmand")
    @ResponseStatus(HttpStatus.OK)
    void osmAndForm(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
        reports.osmAnd(token(request), parameters);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void own(HttpServletRequest request, @RequestBody Position position) {
        reports.own(token(request), position);
    }

    private static String text(byte @Nullable [] body) {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private static @Nullable String token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return header.substring(7).strip();
        }
        return header.regionMatches(true, 0, "Basic ", 0, 6)
                ? password(header.substring(6).strip())
                : null;
    }

    private static @Nullable String password(String basic) {
        try {
            var pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? null : pair.substring(colon + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
