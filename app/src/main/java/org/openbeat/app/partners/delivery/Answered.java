package org.openbeat.app.partners.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.partners.delivery.WebhookClient.Reply;

/**
 * What an answer of a receiver means (HTTP 1.1 Web Hooks of CloudEvents 1.0.2, section 2.2; Standard Webhooks 1.0.0).
 *
 * @param code the status, or why there was no answer
 * @param retryAt the receiver wants nothing before
 */
record Answered(Kind kind, String code, @Nullable Instant retryAt) {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /** Answers about this one message; others of 400 to 499 are about the way to the receiver, and pass. */
    private static final Set<Integer> ABOUT_THE_MESSAGE = Set.of(400, 406, 413, 415, 422);

    /** What it means for the message and for those after it. */
    enum Kind {
        TAKEN,
        /** The receiver is retired and wants nothing more. */
        GONE,
        /** It will not take this message. */
        REFUSED,
        /** It answered, with an error. */
        ERROR,
        /** It was not reached, or wants to be left alone for a while: no fault of the message. */
        AWAY
    }

    static Answered of(Reply reply, Instant now) {
        int status = reply.status();
        var retryAt =
                reply.field("retry-after").flatMap(text -> retryAt(text, now)).orElse(null);
        return new Answered(kind(status, retryAt), Integer.toString(status), retryAt);
    }

    /** Whether it counts against the message. */
    boolean isError() {
        return kind == Kind.REFUSED || kind == Kind.ERROR;
    }

    static Answered away(String why) {
        return new Answered(Kind.AWAY, why, null);
    }

    /** Redirects are not followed: whoever moved says so to the administrator. */
    private static Kind kind(int status, @Nullable Instant retryAt) {
        if (status >= 200 && status < 300) {
            return Kind.TAKEN;
        }
        if (status == 410) {
            return Kind.GONE;
        }
        if (status == 429 || (status == 503 && retryAt != null)) {
            return Kind.AWAY;
        }
        return ABOUT_THE_MESSAGE.contains(status) ? Kind.REFUSED : Kind.ERROR;
    }

    /** RFC 9110, 10.2.3: seconds or a date; more than a day is taken as a day. */
    private static Optional<Instant> retryAt(String text, Instant now) {
        try {
            var at = text.matches("[0-9]{1,9}")
                    ? now.plusSeconds(Long.parseLong(text))
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            var latest = now.plus(LONGEST_WAIT);
            return Optional.of(at.isAfter(latest) ? latest : at);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
