package org.openbeat.app.desk.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What is answered, before it is written as XML or JSON, so that both formats always say the same. */
sealed interface Answer {

    /** A single value; null is an empty element, or {@code null}. */
    record Value(@Nullable Object value) implements Answer {}

    /** Named values in their order. */
    record Fields(SequencedMap<String, Answer> fields) implements Answer {

        static Fields of() {
            return new Fields(new LinkedHashMap<>());
        }

        Fields with(String name, @Nullable Object value) {
            return with(name, new Value(value));
        }

        Fields with(String name, Answer value) {
            fields.put(name, value);
            return this;
        }
    }

    /**
     * A list. The names of the wrapper and of each item stand only in XML; JSON has a bare array.
     *
     * @param each name of one item's element
     */
    record Items(String each, List<? extends Answer> items) implements Answer {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** A list of plain values. */
    static Items values(String each, List<?> values) {
        return new Items(each, values.stream().map(Value::new).toList());
    }

    /** For JSON: maps, lists, and what stands in them. */
    static @Nullable Object plain(Answer answer) {
        return switch (answer) {
            case Value single -> single.value();
            case Items list -> list.items().stream().map(Answer::plain).toList();
            case Fields named -> {
                var plain = new LinkedHashMap<String, @Nullable Object>();
                for (Map.Entry<String, Answer> field : named.fields().entrySet()) {
                    plain.put(field.getKey(), plain(field.getValue()));
                }
                yield plain;
            }
        };
    }
}
