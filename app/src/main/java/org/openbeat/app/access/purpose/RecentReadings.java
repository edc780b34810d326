package org.openbeat.app.access.purpose;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What was written down only just now, in the memory of this server: a board that paints the same incident anew with
 * each change must not write a record each time. After a restart a reading is written down once more, never less.
 */
@Component
class RecentReadings {
    private static final int MOST = 20_000;
    private static final Duration TYPING = Duration.ofSeconds(60);

    private final Map<String, Instant> readings = forgetful();
    private final Map<String, Typed> typed = forgetful();

    private record Typed(String words, Instant at) {}

    private static <T> Map<String, T> forgetful() {
        return new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST;
            }
        };
    }

    synchronized boolean isRepeated(String reading, Instant now, Duration within) {
        var before = readings.get(reading);
        if (before != null && before.plus(within).isAfter(now)) {
            return true;
        }
        readings.put(reading, now);
        return false;
    }

    /** Whether the words only go on with, or take back, what the same account typed within the last minute. */
    synchronized boolean isTyped(String account, String words, Instant now) {
        var before = typed.put(account, new Typed(words, now));
        return before != null
                && before.at().plus(TYPING).isAfter(now)
                && (words.startsWith(before.words()) || before.words().startsWith(words));
    }
}
