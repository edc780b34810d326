package org.openbeat.app.access.steps;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.openbeat.app.access.steps.PendingStep.Kind;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.stereotype.Service;

/**
 * Keeps what was begun in a browser until it is finished there: once, and soon. It stands in the database, so any server
 * can finish what another began.
 */
@Service
public class PendingSteps {
    /** Long enough to fetch a telephone from the coat. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int TOKEN_LENGTH = 40; // 198 bits

    private final JdbcPendingSteps store;
    private final Identifiers identifiers;
    private final Clock clock;

    PendingSteps(JdbcPendingSteps store, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The token goes to the browser and nowhere else. */
    public String begin(Kind kind, PendingStep step) {
        var now = clock.instant();
        store.clear(now);
        var token = identifiers.secret(TOKEN_LENGTH);
        store.add(token, kind, step, now.plus(LIFE));
        return token;
    }

    public Optional<PendingStep> find(Kind kind, String token) {
        return store.find(token, kind, clock.instant());
    }

    /** The step, which is finished with this, whatever comes of it; whoever asks second gets nothing. */
    public Optional<PendingStep> take(Kind kind, String token) {
        return store.take(token, kind, clock.instant());
    }
}
