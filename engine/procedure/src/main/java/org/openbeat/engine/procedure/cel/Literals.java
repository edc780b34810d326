package org.openbeat.engine.procedure.cel;

import java.time.Duration;
import java.util.regex.Pattern;

/** Literals that are written as text in CEL. */
final class Literals {
    private static final Pattern DURATION = Pattern.compile("(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");

    private Literals() {}

    /** Hours, minutes and seconds, such as {@code 36h} or {@code 1h30m}. */
    static Duration duration(String text, int offset) throws CelSyntaxException {
        var found = DURATION.matcher(text);
        if (text.isEmpty() || !found.matches()) {
            throw new CelSyntaxException(offset, "a duration is written as 36h, 90m or 1h30m");
        }
        return Duration.ofHours(part(found.group(1)))
                .plusMinutes(part(found.group(2)))
                .plusSeconds(part(found.group(3)));
    }

    @SuppressWarnings("NullAway") // A group of a pattern that took no part is null.
    private static long part(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
