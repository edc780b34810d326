package org.openbeat.app.dispatch.live;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets the numbers of the feed that no console will ask for any more. */
@Component
public class ForgottenChanges {
    private static final Duration KEPT = Duration.ofDays(2);

    private final Changes changes;
    private final Clock clock;

    ForgottenChanges(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    public int forget() {
        return changes.forget(clock.instant().minus(KEPT));
    }
}
