package org.openbeat.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openbeat.engine.tlog.AddCheckpoint;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.Witness;
import org.openbeat.engine.tlog.WitnessAnswer;

/**
 * The witness over HTTP: {@code POST /add-checkpoint} for logs; for everyone {@code GET /vkey}, {@code GET /} (what it
 * watches) and {@code GET /checkpoints/…} (the newest checkpoint of a log, with the witness's cosignature).
 */
public final class WitnessServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WitnessServer.class.getName());

    /** A checkpoint with 64 signatures of the longest kind and 63 hashes fits. */
    private static final int LONGEST_REQUEST = 256 * 1024;

    private final WitnessFolder folder;
    private final Witness witness;
    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessServer(WitnessFolder folder, Clock clock, HttpServer server) {
        this.folder = folder;
        this.witness = new Witness(folder.key(), folder.logs(), folder);
        this.clock = clock;
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param address port 0 takes any that is free
     */
    public static WitnessServer start(WitnessFolder folder, InetSocketAddress address, Clock clock) throws IOException {
        var server = new WitnessServer(folder, clock, HttpServer.create(address, 0));
        server.server.setExecutor(server.workers);
        server.server.createContext("/", server::handle);
        server.server.start();
        return server;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            if (path.equals(AddCheckpoint.PATH)) {
                addCheckpoint(exchange, method);
            } else if (method.equals("GET") || method.equals("HEAD")) {
                page(exchange, path);
            } else {
                answer(exchange, 405, WitnessAnswer.TEXT_TYPE, "Only GET is for pages.\n");
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed.", e);
            throw e;
        }
    }

    private void addCheckpoint(HttpExchange exchange, String method) throws IOException {
        if (!method.equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            answer(exchange, 405, WitnessAnswer.TEXT_TYPE, "Checkpoints are sent with POST.\n");
            return;
        }
        byte[] request = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
        if (request.length > LONGEST_REQUEST) {
            answer(exchange, 413, WitnessAnswer.TEXT_TYPE, "No request is that long.\n");
            return;
        }
        try {
            var answer = witness.addCheckpoint(request, clock.instant());
            answer(exchange, answer.status(), answer.contentType(), answer.body());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Nothing was cosigned.", e);
            answer(exchange, 500, WitnessAnswer.TEXT_TYPE, "The witness could not remember it, so it does not sign.\n");
        }
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/" -> answer(exchange, 200, WitnessAnswer.TEXT_TYPE, overview());
            case "/vkey" ->
                answer(
                        exchange,
                        200,
                        WitnessAnswer.TEXT_TYPE,
                        witness.verifierKey().format() + "\n");
            default -> {
                var note = checkpoint(path);
                answer(
                        exchange,
                        note.isEmpty() ? 404 : 200,
                        WitnessAnswer.TEXT_TYPE,
                        note.isEmpty() ? "There is nothing here.\n" : note);
            }
        }
    }

    private String checkpoint(String path) {
        return folder.logs().stream()
                .map(log -> log.name())
                .filter(origin -> path.equals(checkpointPath(origin)))
                .findFirst()
                .flatMap(folder::newest)
                .map(SignedNote::format)
                .orElse("");
    }

    private static String checkpointPath(String origin) {
        return "/checkpoints/" + WitnessFolder.hash(origin);
    }

    private String overview() {
        var text = new StringBuilder("A witness of transparency logs (https://c2sp.org/tlog-witness).\n\n");
        text.append("Public key: ").append(witness.verifierKey()).append("\n\nLogs:\n");
        folder.logs().stream()
                .map(log -> log.name())
                .distinct()
                .forEach(origin -> text.append(origin)
                        .append("  entries seen: ")
                        .append(folder.newest(origin)
                                .map(note -> Long.toString(
                                        Checkpoint.parse(note.text()).size()))
                                .orElse("none yet"))
                        .append("  newest checkpoint: ")
                        .append(checkpointPath(origin))
                        .append('\n'));
        return text.toString();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Requests under way have a second to end. */
    @Override
    public void close() {
        server.stop(1);
        workers.close();
    }
}
