package org.openbeat.engine.legaltime;

import java.util.List;

/**
 * A sentence of an explanation as data: whoever has words of their own for the key puts the values into them.
 *
 * @param key of the words, such as {@code day-off.holiday}
 * @param values for {@code {0}}, {@code {1}} …: identifiers, {@code LocalDate}, {@code Instant} (UTC),
 *     {@code Duration}, terms, sources, numbers or text
 */
public record Sentence(String key, List<Object> values) {

    public Sentence {
        values = List.copyOf(values);
    }

    static Sentence of(String key, Object... values) {
        return new Sentence(key, List.of(values));
    }
}
