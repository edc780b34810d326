package org.openbeat.app.ledger.witnessing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body that must be short; a witness that sends more than any answer needs is cut off. */
class ShortBody implements BodySubscriber<String> {
    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription wire) {
        subscription = wire;
        wire.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (var part : parts) {
            var piece = new byte[part.remaining()];
            part.get(piece);
            bytes.writeBytes(piece);
        }
        if (bytes.size() > LONGEST) {
            if (subscription != null) {
                subscription.cancel();
            }
            body.completeExceptionally(new IOException("the answer is longer than any that a witness needs"));
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toString(StandardCharsets.UTF_8));
    }
}
