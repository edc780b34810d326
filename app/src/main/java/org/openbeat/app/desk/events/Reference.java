package org.openbeat.app.desk.events;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The short reference of a report that people read to each other over the telephone. It opens nothing by itself. */
public record Reference(String value) {
    private static final Pattern FORM = Pattern.compile("([2-9A-Z]{4})-?([2-9A-Z]{4})");

    /** As people write it, in any case, with or without its hyphen; nothing when it cannot be one. */
    public static Optional<Reference> of(String typed) {
        var matcher = FORM.matcher(typed.toUpperCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new Reference(matcher.group(1) + "-" + matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
