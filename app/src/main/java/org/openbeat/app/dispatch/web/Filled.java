package org.openbeat.app.dispatch.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Texts with named holes: {@code {unit} assigned}. */
final class Filled {
    private static final Set<String> SIGNS = Set.of("unit", "units", "recommended");

    private Filled() {}

    /** Fills the holes; call signs are spoken in capitals. */
    static String in(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            var shown = SIGNS.contains(value.getKey()) ? value.getValue().toUpperCase(Locale.ROOT) : value.getValue();
            filled = filled.replace("{" + value.getKey() + "}", shown);
        }
        return filled;
    }
}
