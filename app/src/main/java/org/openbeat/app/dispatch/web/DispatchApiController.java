package org.openbeat.app.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.board.Board;
import org.openbeat.app.dispatch.board.Catalogue;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.IncidentSearch;
import org.openbeat.app.dispatch.board.Nearby;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.recommend.RankedUnits;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/dispatch")
@Tag(name = "Dispatch", description = "What the control room reads")
class DispatchApiController {
    private static final Set<String> STATUSES = Set.of("open", "closed");

    private final Dispatch dispatch;

    DispatchApiController(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping("/board")
    @Operation(summary = "The open incidents and the units, with the number of the feed as of which they are complete")
    Board board(@Parameter(hidden = true) Actor actor) {
        return dispatch.board(actor);
    }

    @GetMapping("/catalogue")
    @Operation(summary = "Incident types, priorities, dispositions and unit types, in English and Chinese")
    Catalogue catalogue() {
        return dispatch.catalogue();
    }

    @GetMapping("/incidents")
    @Operation(summary = "Incidents of all times, newest first, by number or by words; the total counts up to 1,000")
    Page<IncidentRow> incidents(
            @Parameter(hidden = true) Actor actor,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        var wanted = status == null ? null : status.toLowerCase(Locale.ROOT);
        if (wanted != null && !STATUSES.contains(wanted)) {
            throw new Refusal(Refusal.Kind.INVALID, "malformed-request");
        }
        return dispatch.history(actor, new IncidentSearch(text, wanted, page, size));
    }

    @GetMapping("/incidents/{id}")
    @Operation(summary = "One incident with its log, calls and units, open or closed")
    IncidentFile incident(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        return dispatch.file(actor, new IncidentId(id));
    }

    @GetMapping("/incidents/{id}/recommendation")
    @Operation(summary = "Whom to send, best first, with travel times and reasons")
    RankedUnits recommendation(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        return dispatch.recommend(actor, new IncidentId(id));
    }

    @GetMapping("/numbers")
    @Operation(summary = "The id of the incident that is called 12 or 2026-11-25/12")
    Map<String, IncidentId> byNumber(@Parameter(hidden = true) Actor actor, @RequestParam String number) {
        return Map.of(
                "incident",
                dispatch.findIncident(actor, number)
                        .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "incident-not-found")));
    }

    @GetMapping("/nearby")
    @Operation(summary = "Open incidents near a place, which a call may be about, and earlier ones there")
    Nearby nearby(
            @Parameter(hidden = true) Actor actor,
            @RequestParam(required = false) @Nullable Double latitude,
            @RequestParam(required = false) @Nullable Double longitude,
            @RequestParam(defaultValue = "") String location) {
        return dispatch.nearby(actor, point(latitude, longitude), location);
    }

    private static @Nullable GeoPoint point(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null || longitude == null) {
            return null;
        }
        try {
            return new GeoPoint(latitude, longitude);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.INVALID, "position-invalid", "latitude, longitude");
        }
    }
}
