package org.openbeat.app.ledger.witnessing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openbeat.engine.tlog.AddCheckpoint;

/** Sends checkpoints to witnesses over HTTP, and lets none of them take more time or memory than it may. */
class WitnessClient implements AutoCloseable {

    /**
     * What a witness answered.
     *
     * @param status HTTP status
     * @param body the beginning of the body
     */
    record Reply(int status, String body) {}

    private final HttpClient client;
    private final Duration timeout;

    WitnessClient(Duration timeout) {
        this.timeout = timeout;
        // A redirect could lead to where the operator did not mean to send anything.
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws IOException if there is none in time, or it is too long
     */
    Reply send(URI witness, AddCheckpoint request) throws IOException, InterruptedException {
        var call = client.sendAsync(
                HttpRequest.newBuilder(address(witness))
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(BodyPublishers.ofByteArray(request.format()))
                        .build(),
                answer -> new ShortBody());
        try {
            HttpResponse<String> answer = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(answer.statusCode(), answer.body());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeout, e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } finally {
            call.cancel(true);
        }
    }

    private static URI address(URI witness) {
        var prefix = witness.toString();
        return URI.create(
                (prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix) + AddCheckpoint.PATH);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
