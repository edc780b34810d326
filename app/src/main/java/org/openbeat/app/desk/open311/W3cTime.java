package org.openbeat.app.desk.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as in W3C's profile of ISO 8601, to the second and always with an offset: some clients take no fraction.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">Date and Time Formats</a>
 */
final class W3cTime {
    /** A '+' that was not encoded in the address arrives as a space. */
    private static final Pattern LOST_PLUS = Pattern.compile("(T\\S+) (\\d\\d:\\d\\d)$");

    /** No time is longer; what is longer is looked at no further. */
    private static final int LONGEST = 60;

    private W3cTime() {}

    static String format(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /**
     * Reads a time. Without an offset it is meant in the zone of the jurisdiction, whatever the zone of the server or of
     * the client: an hour that the clock skips in spring is the same number of minutes later; of an hour that it
     * shows twice in autumn, the first is meant. A date alone is its first moment.
     *
     * @return nothing when the text is no time
     */
    static Optional<Instant> parse(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var whole = LOST_PLUS.matcher(text.strip()).replaceFirst("$1+$2");
        if (!whole.matches("[1-9]\\d{3}-.*")) {
            return Optional.empty(); // Years beyond four digits are no W3C times, and no database keeps them.
        }
        try {
            if (whole.length() == 10) {
                return Optional.of(LocalDate.parse(whole).atStartOfDay(zone).toInstant());
            }
            return Optional.of(
                    whole.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                            ? OffsetDateTime.parse(withColon(whole)).toInstant()
                            : LocalDateTime.parse(whole).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String withColon(String text) {
        return text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    }
}
