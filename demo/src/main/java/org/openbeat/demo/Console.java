package org.openbeat.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live stream that the board of a dispatcher hears: server-sent events, each with the time at which it came. */
final class Console implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final InputStream body;
    private final BufferedReader lines;
    private volatile boolean closed;

    /**
     * An event of the stream.
     *
     * @param nanos when it came, by {@link System#nanoTime()}
     */
    record Heard(String name, JsonNode data, long nanos) {}

    Console(Visitor dispatcher) throws IOException, InterruptedException {
        var request = dispatcher
                .request("/api/dispatch/stream")
                .timeout(Duration.ofHours(12))
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        var response = dispatcher.client().send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the live stream answered " + response.statusCode());
        }
        this.body = response.body();
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        var name = "message";
        var data = new StringBuilder();
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    hear(name, data.toString());
                    name = "message";
                    data.setLength(0);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException e) {
            if (!closed) {
                throw new IllegalStateException("the live stream broke off", e);
            }
        }
    }

    private void hear(String name, String data) {
        if (!data.isEmpty()) {
            heard.add(new Heard(name, JSON.readTree(data), System.nanoTime()));
        }
    }

    /** The next event that fits, or null when none comes in time; those before it are dropped. */
    @Nullable
    Heard await(Predicate<Heard> wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var next = heard.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null || wanted.test(next)) {
                return next;
            }
        }
    }

    /** The next change of an incident that fits. */
    @Nullable
    Heard awaitIncident(Predicate<JsonNode> wanted, Duration patience) throws InterruptedException {
        return await(
                event ->
                        event.data().has("incident") && wanted.test(event.data().path("incident")),
                patience);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        body.close();
    }
}
