package org.openbeat.app.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.live.Live;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/dispatch")
@Tag(name = "Dispatch live", description = "What changes, as it changes")
class StreamController {
    private final Live live;

    StreamController(Live live) {
        this.live = live;
    }

    /**
     * Runs in the thread of the request, which is a virtual one: a console that reads slowly blocks itself and nobody
     * else. A number that does not parse is taken as none.
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Server-sent events with the numbers of the feed; resumes after Last-Event-ID or after",
            description =
                    "Events incident and unit carry seq and the changed row; each number comes once and in order, "
                            + "and a gap means that something must be fetched from /api/dispatch/changes. position carries a "
                            + "list of units that moved and has no number. hello and ping carry the last number.")
    void stream(
            @Parameter(hidden = true) Actor actor,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable Long after,
            HttpServletResponse response) {
        var reader = viewer(actor);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // A proxy in between must pass each event on at once.
        try {
            live.stream(reader, number(lastEventId, after), response.getOutputStream());
        } catch (IOException e) {
            return; // The console went away, as consoles do.
        }
    }

    @GetMapping("/changes")
    @Operation(summary = "What was missed after a number; when it is not complete, read the whole board again")
    Live.Missed changes(@Parameter(hidden = true) Actor actor, @RequestParam long after) {
        return live.missed(viewer(actor), Math.max(0, after));
    }

    private static @Nullable Long number(@Nullable String lastEventId, @Nullable Long after) {
        if (lastEventId == null || !lastEventId.matches("\\d{1,18}")) {
            return after == null || after < 0 ? null : after;
        }
        return Long.valueOf(lastEventId);
    }

    private static Viewer viewer(Actor actor) {
        if (actor.agency() == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "agency-missing");
        }
        return Viewer.of(actor);
    }
}
