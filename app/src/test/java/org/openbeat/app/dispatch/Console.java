package org.openbeat.app.dispatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A console at the stream, over a plain socket and HTTP/1.0: no marks of chunks stand between the lines. */
final class Console implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;

    /** One event as it was read. */
    record Event(String name, @Nullable Long id, String data) {}

    Console(int port, String cookies, String query, @Nullable Long lastEventId) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        var request = "GET /api/dispatch/stream" + query
                + " HTTP/1.0\r\nHost: 127.0.0.1\r\nConnection: close\r\nAccept: text/event-stream\r\n"
                + "Cookie: " + cookies + "\r\n" + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n")
                + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next event with a number, or with another name that is not a heartbeat. */
    Event next() throws IOException {
        String name = "";
        Long id = null;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = Long.valueOf(line.substring(4));
            } else if (line.startsWith("data: ")) {
                return new Event(name, id, line.substring(6));
            }
        }
        throw new IOException("the stream ended");
    }

    Event next(String name) throws IOException {
        var event = next();
        while (!event.name().equals(name)) {
            event = next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
