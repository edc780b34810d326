package org.openbeat.app.dispatch.eido;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The published schema as a validator. In an EIDO {@code $id} and {@code $ref} are names of properties, which tools take
 * for their own; so both are given another name here, in the schema where it speaks of them and in the document. The NIEM
 * components are read in where the schema names them.
 */
final class EidoSchema {
    private static final Path FOLDER = Path.of("../../shared/data/eido");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** NIEM's components name each other without end; only those that a document has are looked at. */
    private static final SchemaValidatorsConfig LAZY =
            SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();

    private static JsonSchema schema;

    private EidoSchema() {}

    static List<String> errors(tools.jackson.databind.JsonNode document) throws IOException {
        var renamed = renamed(JSON.readTree(document.toString()));
        return schema().validate(renamed).stream().map(Object::toString).toList();
    }

    private static synchronized JsonSchema schema() throws IOException {
        assumeTrue(Files.exists(FOLDER.resolve("openapi.yaml")), "the schema of NENA-STA-021 is not at " + FOLDER);
        if (schema == null) {
            var definitions = JSON.createObjectNode();
            var read = new TreeSet<String>();
            add(definitions, "openapi.yaml", read);
            var root = JSON.createObjectNode().put("$ref", "#/definitions/openapi/EmergencyIncidentDataObjectType");
            root.set("definitions", definitions);
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(root, LAZY);
        }
        return schema;
    }

    /** Every component of a file, and of the files that it names. */
    private static void add(ObjectNode definitions, String file, Set<String> read) throws IOException {
        if (!read.add(name(file))) {
            return;
        }
        var options = new LoaderOptions();
        options.setCodePointLimit(10_000_000);
        var path = file.equals("openapi.yaml")
                ? FOLDER.resolve(file)
                : FOLDER.resolve("NIEMComponents/" + name(file) + ".yaml");
        var tree = JSON.valueToTree(new Yaml(options).load(Files.readString(path)));
        var components = (ObjectNode) ((JsonNode) tree).at("/components/schemas");
        var more = new ArrayList<String>();
        var target = definitions.putObject(name(file));
        components
                .fields()
                .forEachRemaining(each -> target.set(each.getKey(), adapted(each.getValue(), name(file), more)));
        for (var other : more) {
            add(definitions, other, read);
        }
    }

    private static String name(String file) {
        return file.replaceFirst("^.*/", "").replaceFirst("\\.yaml$", "");
    }

    private static JsonNode adapted(JsonNode node, String file, List<String> more) {
        if (node instanceof ArrayNode array) {
            var copy = JSON.createArrayNode();
            array.forEach(each -> copy.add(adapted(each, file, more)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var copy = JSON.createObjectNode();
        object.fields().forEachRemaining(each -> {
            var key = each.getKey();
            var value = each.getValue();
            if (key.equals("$ref") && value.isTextual()) {
                if (isHere(value.asText())) {
                    copy.put("$ref", reference(value.asText(), file, more));
                }
            } else if (key.equals("required") && value.isArray()) {
                var names = copy.putArray("required");
                value.forEach(name -> names.add(renamed(name.asText())));
            } else if (key.equals("minItems") && !value.isInt()) {
                copy.put("minItems", 1); // Written with a comma in the published file.
            } else {
                copy.set(renamed(key), adapted(value, file, more));
            }
        });
        return copy;
    }

    /** Of the NIEM components that the schema names some were not published with it; anything fits there. */
    private static boolean isHere(String written) {
        int hash = written.indexOf('#');
        return hash == 0
                || Files.exists(FOLDER.resolve("NIEMComponents/" + name(written.substring(0, hash)) + ".yaml"));
    }

    private static String reference(String written, String file, List<String> more) {
        int hash = written.indexOf('#');
        var other = hash == 0 ? file : name(written.substring(0, hash));
        if (hash > 0) {
            more.add(written.substring(0, hash));
        }
        return "#/definitions/" + other + "/" + written.substring(written.lastIndexOf('/') + 1);
    }

    private static String renamed(String name) {
        return name.equals("$id") ? "_id" : name.equals("$ref") ? "_ref" : name;
    }

    private static JsonNode renamed(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var copy = JSON.createArrayNode();
            array.forEach(each -> copy.add(renamed(each)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var copy = JSON.createObjectNode();
        object.fields().forEachRemaining(each -> copy.set(renamed(each.getKey()), renamed(each.getValue())));
        return copy;
    }
}
