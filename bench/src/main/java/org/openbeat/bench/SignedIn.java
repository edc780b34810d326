package org.openbeat.bench;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.openbeat.demo.ServerProcess;
import org.openbeat.demo.Visitor;

/** A member of staff of the demo city, driving kept-alive connections by hand. */
final class SignedIn implements AutoCloseable {
    private static final String PASSWORD = "linden-demo";

    private final int port;
    private final String cookies;
    private final String token;
    private final Connection11 connection;

    private SignedIn(int port, String cookies, String token) throws IOException {
        this.port = port;
        this.cookies = cookies;
        this.token = "X-XSRF-TOKEN: " + token;
        this.connection = new Connection11(port);
    }

    static SignedIn as(String userName, ServerProcess server) throws IOException {
        try (var visitor = new Visitor(server.baseUrl(), "en")) {
            var answer = visitor.signIn(userName, PASSWORD);
            var token = answer.page().select("input[name=_csrf]").val();
            if (token.isEmpty()) {
                throw new IllegalStateException(userName + " could not sign in: " + answer.address());
            }
            return new SignedIn(URI.create(server.baseUrl()).getPort(), visitor.cookieHeader(), token);
        }
    }

    Connection11.Answer get(String path) throws IOException {
        return connection.get(path, cookies, "Accept-Encoding: gzip");
    }

    Connection11.Answer getJson(String path) throws IOException {
        return connection.get(path, cookies, "Accept: application/json");
    }

    Connection11.Answer command(String path, String json) throws IOException {
        return connection.postJson(
                path, json, cookies, token, "Accept: application/json", "Idempotency-Key: " + UUID.randomUUID());
    }

    /** A further connection on which the answer to this address is read line by line. */
    Connection11 stream(String path) throws IOException {
        var stream = new Connection11(port);
        stream.open(path, cookies, "Accept: text/event-stream");
        return stream;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
