package org.openbeat.app.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Refusal;

/** What is asked of the words and the times that people send. */
final class Texts {
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(31);

    private Texts() {}

    static String require(String text, int longest) {
        if (text.isBlank()) {
            throw new Refusal(Refusal.Kind.INVALID, "text-missing");
        }
        requireAtMost(text, longest);
        return text.strip();
    }

    static void requireAtMost(String text, int longest) {
        if (text.length() > longest) {
            throw new Refusal(Refusal.Kind.INVALID, "text-too-long", longest);
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(Refusal.Kind.INVALID, "text-unreadable");
        }
    }

    static String shortened(String text, int longest) {
        var clean = text.replace("\0", "").strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    /**
     * When it happened, as told by someone else's clock: at most now. A clock a little ahead is forgiven; one far ahead,
     * or a time long gone, is a mistake that would spoil the record.
     */
    static Instant eventTime(@Nullable Instant told, Instant now) {
        if (told == null) {
            return now;
        }
        if (told.isAfter(now.plus(CLOCK_SKEW)) || told.isBefore(now.minus(OLDEST))) {
            throw new Refusal(Refusal.Kind.INVALID, "event-time-implausible");
        }
        return told.isAfter(now) ? now : told;
    }
}
