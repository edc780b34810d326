package org.openbeat.app.dispatch.position;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The times that trackers send: seconds or milliseconds since 1970, or a date in one of two forms. */
final class Times {
    /** Seconds reach this only in the year 5138; a larger number counts milliseconds. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private static final Pattern EPOCH = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Times() {}

    static Instant ofEpoch(long number) {
        return number >= MILLISECONDS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    /** A date without an offset is in UTC, as trackers mean it. */
    static Instant read(String text) {
        try {
            if (EPOCH.matcher(text).matches()) {
                return ofEpoch((long) Double.parseDouble(text));
            }
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text, PLAIN).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Fix.refused("timestamp");
        }
    }
}
