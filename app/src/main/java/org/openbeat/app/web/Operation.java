package org.openbeat.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the JSON API as the page for developers shows it.
 *
 * @param body names of the fields of the request's body, empty without one
 * @param answers HTTP statuses
 */
record Operation(
        String group,
        String method,
        String path,
        String summary,
        List<Parameter> parameters,
        List<String> body,
        List<String> answers) {

    /** A parameter of the path or the query. */
    record Parameter(String name, String place, String type, boolean required) {}

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String SCHEMAS = "#/components/schemas/";

    /** The operations of an OpenAPI document (OpenAPI 3.1, 4.8.8), in its order. */
    static List<Operation> of(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> of(document, path.getKey(), method.getKey(), method.getValue()))
                        .forEach(operations::add));
        return operations;
    }

    private static Operation of(JsonNode document, String path, String method, JsonNode operation) {
        var answers = new ArrayList<String>();
        operation.path("responses").properties().forEach(answer -> answers.add(answer.getKey()));
        return new Operation(
                operation.path("tags").path(0).asString(""),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                operation.path("summary").asString(""),
                parameters(operation),
                fields(
                        document,
                        operation
                                .path("requestBody")
                                .path("content")
                                .path("application/json")
                                .path("schema")),
                answers);
    }

    private static List<Parameter> parameters(JsonNode operation) {
        var parameters = new ArrayList<Parameter>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(new Parameter(
                        parameter.path("name").asString(""),
                        parameter.path("in").asString(""),
                        type(parameter.path("schema")),
                        parameter.path("required").asBoolean(false))));
        return parameters;
    }

    private static String type(JsonNode schema) {
        var format = schema.path("format").asString("");
        return format.isEmpty() ? schema.path("type").asString("") : format;
    }

    private static List<String> fields(JsonNode document, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        var resolved = reference.startsWith(SCHEMAS)
                ? document.path("components").path("schemas").path(reference.substring(SCHEMAS.length()))
                : schema;
        var fields = new ArrayList<String>();
        resolved.path("properties").properties().forEach(field -> fields.add(field.getKey()));
        return fields;
    }
}
