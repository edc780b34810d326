package org.openbeat.engine.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON that has exactly one spelling (RFC 8785, JSON Canonicalization Scheme): no white space, names sorted by their
 * UTF-16 code units, shortest numbers, only the escapes that must be. Whole numbers beyond 2^53 are refused, because
 * not every reader of JSON gives them back.
 */
public sealed interface Json {

    /** Names and values, held in canonical order. */
    record Members(SortedMap<String, Json> values) implements Json {
        public Members {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        public @Nullable Json get(String name) {
            return values.get(name);
        }
    }

    /** A list. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A string; it must be encodable, so no lone surrogates. */
    record Text(String value) implements Json {}

    /** A number, finite. */
    record Numeral(double value) implements Json {
        public Numeral {
            if (!Double.isFinite(value)) {
                throw new MalformedException("JSON has no infinite numbers and nothing that is not a number.");
            }
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Json {}

    /** The value null. */
    record Nothing() implements Json {}

    /**
     * Turns maps with text keys, iterables, text, numbers, truth values and null into JSON.
     *
     * @throws MalformedException for anything else, and for whole numbers beyond 2^53
     */
    static Json of(@Nullable Object value) {
        return switch (value) {
            case null -> new Nothing();
            case Json json -> json;
            case CharSequence text -> new Text(text.toString());
            case Boolean truth -> new Truth(truth);
            case Long whole -> whole(whole);
            case Integer whole -> new Numeral(whole);
            case Short whole -> new Numeral(whole);
            case Double number -> new Numeral(number);
            case Map<?, ?> map -> members(map);
            case Iterable<?> list -> items(list);
            default -> throw new MalformedException(value.getClass().getName() + " has no form in JSON.");
        };
    }

    /** The one spelling, in UTF-8. */
    default byte[] canonical() {
        return canonicalText().getBytes(StandardCharsets.UTF_8);
    }

    /** The one spelling as text. */
    default String canonicalText() {
        var text = new StringBuilder();
        JsonWriter.write(this, text);
        return text.toString();
    }

    /**
     * Reads JSON that is in its one spelling.
     *
     * @throws MalformedException if it is not
     */
    static Json parseCanonical(String text) {
        Json json = new JsonReader(text).read();
        if (!json.canonicalText().equals(text)) {
            throw new MalformedException("This JSON is not written in the one canonical way.");
        }
        return json;
    }

    private static Json whole(long value) {
        if (Math.abs(value) > 1L << 53) {
            throw new MalformedException("Whole numbers beyond 2^53 do not survive JSON: " + value);
        }
        return new Numeral(value);
    }

    private static Json members(Map<?, ?> map) {
        var members = new TreeMap<String, Json>();
        map.forEach((name, value) -> members.put(String.valueOf(name), of(value)));
        return new Members(members);
    }

    private static Json items(Iterable<?> list) {
        var items = new ArrayList<Json>();
        list.forEach(item -> items.add(of(item)));
        return new Items(items);
    }
}
