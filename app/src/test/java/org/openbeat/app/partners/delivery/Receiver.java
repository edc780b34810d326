package org.openbeat.app.partners.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A partner's receiver that answers as it is told, and keeps what it got. */
final class Receiver implements AutoCloseable {
    /** What came in a request. */
    record Got(
            String method,
            String type,
            String id,
            String timestamp,
            String signature,
            String token,
            String origin,
            String callback,
            String body) {}

    /** How a request is answered; a status of 0 keeps it waiting. */
    record Said(int status, String field, String value) {}

    private HttpServer server;
    private final int port;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Said> next = new ConcurrentLinkedDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean agrees = true;
    private volatile String rate = "*";

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        port = server.getAddress().getPort();
        serve();
    }

    private void serve() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + port + "/hook?channel=1";
    }

    List<Got> posts() {
        return got.stream().filter(each -> each.method().equals("POST")).toList();
    }

    Got asked() {
        return got.stream()
                .filter(each -> each.method().equals("OPTIONS"))
                .findFirst()
                .orElseThrow();
    }

    void agrees(boolean agrees) {
        this.agrees = agrees;
    }

    /** Requests a minute, a star for no limit. */
    void allows(String rate) {
        this.rate = rate;
    }

    void says(int status) {
        says(status, "X-Nothing", "0");
    }

    void says(int status, String field, String value) {
        next.add(new Said(status, field, value));
    }

    /** The process of the receiver ends; nothing listens there any more. */
    void die() {
        server.stop(0);
    }

    void live() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        serve();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var fields = exchange.getRequestHeaders();
        got.add(new Got(
                exchange.getRequestMethod(),
                fields.getFirst("Content-Type"),
                fields.getFirst("webhook-id"),
                fields.getFirst("webhook-timestamp"),
                fields.getFirst("webhook-signature"),
                fields.getFirst("Authorization"),
                fields.getFirst("WebHook-Request-Origin"),
                fields.getFirst("WebHook-Request-Callback"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            if (agrees) {
                exchange.getResponseHeaders().set("WebHook-Allowed-Origin", fields.getFirst("WebHook-Request-Origin"));
                exchange.getResponseHeaders().set("WebHook-Allowed-Rate", rate);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            return;
        }
        var said = next.isEmpty() ? new Said(204, "X-Nothing", "0") : next.poll();
        if (said.status() == 0) {
            awaitClosing();
            return;
        }
        exchange.getResponseHeaders().set(said.field(), said.value());
        exchange.sendResponseHeaders(said.status(), -1);
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
