package org.openbeat.app.dispatch.replay;

import java.time.Clock;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Writes down what the screens are handed, before they are handed it. A board that cannot be written down is shown all
 * the same: the room must work, and the gap is logged.
 */
@Component
@EnableConfigurationProperties(ReplaySettings.class)
public class BoardLog {
    private static final Logger LOG = LoggerFactory.getLogger(BoardLog.class);

    private final ShownRows rows;
    private final ReplaySettings settings;
    private final Clock clock;
    private volatile boolean failing;

    public BoardLog(ShownRows rows, ReplaySettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    public void write(Collection<Shown> shown) {
        if (shown.isEmpty()) {
            return;
        }
        try {
            rows.keep(shown);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("What the board shows cannot be written down; a replay will miss it.", e);
            }
            failing = true;
        }
    }

    public int forget() {
        return rows.forget(clock.instant().minus(settings.kept()));
    }
}
