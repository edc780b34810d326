package org.openbeat.app.partners.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.partners.delivery.EventFeed;
import org.openbeat.app.partners.delivery.Subscriptions;
import org.openbeat.app.partners.events.SubscriptionId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a partner is told, for partners who fetch it; and the agreement of a receiver. */
@RestController
@RequestMapping("/partners/v1/subscriptions/{id}")
class FeedController {
    private static final MediaType BATCH = MediaType.parseMediaType("application/cloudevents-batch+json");
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PING = Duration.ofSeconds(15);
    private static final int MOST_STREAMS = 200;

    private final PartnerKeys keys;
    private final EventFeed feed;
    private final Subscriptions subscriptions;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);

    FeedController(PartnerKeys keys, EventFeed feed, Subscriptions subscriptions) {
        this.keys = keys;
        this.feed = feed;
        this.subscriptions = subscriptions;
    }

    /** A page; the link {@code next} (RFC 8288) leads on, and is asked again later when nothing is new. */
    @GetMapping("/events")
    ResponseEntity<byte[]> page(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "100") int limit) {
        var page = feed.page(keys.caller(request), new SubscriptionId(id), after, limit);
        return ResponseEntity.ok()
                .contentType(BATCH)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.LINK,
                        "</partners/v1/subscriptions/%s/events?after=%d&limit=%d>; rel=\"next\""
                                .formatted(id, page.next(), limit))
                .body(page.body());
    }

    /**
     * The same as it happens, as server-sent events; the id of each is its place. Runs in the thread of the request, which
     * is a virtual one. The key is looked at each time, so that one that was taken back ends the stream.
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable Long after) {
        var subscription = new SubscriptionId(id);
        long place = feed.beginOfStream(keys.caller(request), subscription, begin(lastEventId, after));
        if (!streams.tryAcquire()) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "too-many-streams");
        }
        try {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no"); // A proxy in between must pass each event on at once.
            stream(request, subscription, place, response.getOutputStream());
        } catch (IOException e) {
            return; // The partner went away, as partners do.
        } finally {
            streams.release();
        }
    }

    private void stream(HttpServletRequest request, SubscriptionId id, long from, OutputStream out) throws IOException {
        long place = from;
        long pingAt = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            var next = next(request, id, place);
            if (next == null) {
                return;
            }
            for (var event : next.events()) {
                write(out, "id: " + event.place() + "\nevent: cloudevent\ndata: " + event.body() + "\n\n");
            }
            if (!next.events().isEmpty() || System.nanoTime() - pingAt >= 0) {
                write(out, "event: ping\ndata: " + next.place() + "\n\n");
                out.flush();
                pingAt = System.nanoTime() + PING.toNanos();
            }
            place = next.place();
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Nothing when the partner may not listen any more. */
    private EventFeed.@Nullable Next next(HttpServletRequest request, SubscriptionId id, long place) {
        try {
            return feed.next(keys.caller(request), id, place);
        } catch (Refusal refusal) {
            return null;
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Long begin(@Nullable String lastEventId, @Nullable Long after) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.valueOf(lastEventId) : after;
    }

    /** A receiver agrees (HTTP 1.1 Web Hooks of CloudEvents 1.0.2, 4.1.3), by GET or by POST as the text allows. */
    @RequestMapping(
            path = "/confirm",
            method = {RequestMethod.GET, RequestMethod.POST})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key,
            @RequestHeader(name = "WebHook-Allowed-Rate", defaultValue = "") String rate) {
        subscriptions.confirmedBy(new SubscriptionId(id), key, rate.strip());
    }
}
