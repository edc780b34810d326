package org.openbeat.app.dispatch.eido;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeat.app.kernel.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An Emergency Incident Data Object as it was written: the current state of one incident. What we do not know of it is
 * kept as it stands, so that whoever reads it after us finds it.
 *
 * <p>{@code $id} and {@code $ref} are names of properties here and nothing else; no tool may take them for its own.
 */
record Eido(ObjectNode json) {
    private static final String VERSION = "1.0";
    private static final int LONGEST_ID = 300;

    /**
     * @throws Refusal {@code eido-invalid}, naming what is missing or cannot be
     */
    static Eido of(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw invalid("/");
        }
        var eido = new Eido(object);
        if (!eido.id().matches("\\S{1," + LONGEST_ID + "}")) {
            throw invalid("/$id");
        }
        if (!object.path("eidoVersion").asString("").equals(VERSION)) {
            throw invalid("/eidoVersion");
        }
        requireText(object, "/issuingElementIdentification");
        requireText(object, "/updatedByAgencyReference/$ref");
        eido.updatedAt();
        if (object.path("agencyComponent").isEmpty()) {
            throw invalid("/agencyComponent");
        }
        requireLists(object);
        requireIncident(object.path("incidentComponent"));
        return eido;
    }

    private static void requireText(JsonNode json, String pointer) {
        if (json.at(pointer).asString("").isBlank()) {
            throw invalid(pointer);
        }
    }

    private static void requireLists(ObjectNode object) {
        object.propertyStream()
                .filter(each ->
                        each.getKey().endsWith("Component") && !each.getKey().equals("incidentComponent"))
                .filter(each -> !each.getValue().isArray()
                        || each.getValue()
                                .valueStream()
                                .anyMatch(item -> !item.path("$id").isString()))
                .findFirst()
                .ifPresent(wrong -> {
                    throw invalid("/" + wrong.getKey());
                });
    }

    private static void requireIncident(JsonNode incident) {
        if (!incident.isMissingNode()) {
            requireText(incident, "/incidentTypeCommonRegistryText");
        }
    }

    static Refusal invalid(String where) {
        return new Refusal(Refusal.Kind.INVALID, "eido-invalid", where);
    }

    String id() {
        return json.path("$id").asString("");
    }

    /** When the sender last changed it. */
    Instant updatedAt() {
        return time(json, "/lastUpdateTimeStamp").orElseThrow(() -> invalid("/lastUpdateTimeStamp"));
    }

    JsonNode incident() {
        return json.path("incidentComponent");
    }

    Stream<JsonNode> components(String name) {
        return json.path(name).valueStream();
    }

    Optional<JsonNode> component(String name, String id) {
        return components(name)
                .filter(each -> each.path("$id").asString("").equals(id))
                .findFirst();
    }

    /** The texts of a list of references, or of one. */
    static List<String> references(JsonNode list) {
        var all = list.isArray() ? list.valueStream() : Stream.of(list);
        return all.map(each -> each.path("$ref").asString(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static Optional<String> text(JsonNode json, String pointer) {
        return Optional.of(json.at(pointer).asString("").strip()).filter(text -> !text.isEmpty());
    }

    /** RFC 3339 with any offset. */
    static Optional<Instant> time(JsonNode json, String pointer) {
        return text(json, pointer)
                .map(written -> {
                    try {
                        return OffsetDateTime.parse(written).toInstant();
                    } catch (DateTimeException e) {
                        return null;
                    }
                })
                .filter(Objects::nonNull);
    }
}
