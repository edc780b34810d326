package org.openbeat.app.partners.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What partners can be told, and with which fields. No field is about a person: whoever may know more fetches the
 * incident, and that is on record. Brokers log the type and the subject of an event, so those say nothing either.
 */
public final class EventTypes {
    /** Before the name of an act: the reverse domain that CloudEvents asks for. */
    static final String PREFIX = "org.openbeat.";

    private static final List<String> OF_UNITS = List.of("number", "entry", "unit", "happenedAt");

    private static final Map<String, List<String>> FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry("dispatch.incident-opened", List.of("number", "entry", "agency", "type", "priority", "beat")),
            Map.entry("dispatch.incident-changed", List.of("number", "entry", "kind")),
            Map.entry("dispatch.incident-joined", List.of("number", "entry", "authoritative")),
            Map.entry("dispatch.incident-closed", List.of("number", "entry", "disposition", "outcome", "byTimer")),
            Map.entry("dispatch.incident-reopened", List.of("number", "entry")),
            Map.entry("dispatch.call-joined", List.of("number", "entry")),
            Map.entry("dispatch.unit-assigned", List.of("number", "entry", "unit")),
            Map.entry("dispatch.unit-stacked", List.of("number", "entry", "unit", "preempted")),
            Map.entry("dispatch.unit-acknowledged", OF_UNITS),
            Map.entry("dispatch.unit-en-route", OF_UNITS),
            Map.entry("dispatch.unit-arrived", OF_UNITS),
            Map.entry("dispatch.unit-transporting", OF_UNITS),
            Map.entry("dispatch.unit-released", List.of("number", "entry", "unit", "cancelled"))));

    private EventTypes() {}

    /** Names of the acts that partners can be told of. */
    public static SortedSet<String> all() {
        return new TreeSet<>(FIELDS.keySet());
    }

    /** Every field of any of the types. */
    public static SortedSet<String> fields(Collection<String> types) {
        var all = new TreeSet<String>();
        types.forEach(type -> all.addAll(FIELDS.getOrDefault(type, List.of())));
        return all;
    }

    /** The fields of an act that may leave, empty where nobody is told of it. */
    static Optional<List<String>> of(String action) {
        return Optional.ofNullable(FIELDS.get(action));
    }
}
