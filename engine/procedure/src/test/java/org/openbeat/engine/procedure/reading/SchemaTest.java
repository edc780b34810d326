package org.openbeat.engine.procedure.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbeat.engine.procedure.Packs;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What editors are told of packs is what the reader takes. */
class SchemaTest {
    static List<String> packs() {
        return Packs.names();
    }

    private static JsonSchema schema(String name) throws Exception {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Packs.FOLDER.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_file_of_every_pack_is_valid(String name) throws Exception {
        for (var file : Packs.files(name).texts().entrySet()) {
            var schema = file.getKey().equals("pack.yaml")
                    ? "pack.schema.json"
                    : file.getKey().startsWith("calendars/") ? "calendar.schema.json" : "scenario.schema.json";
            if (file.getKey().endsWith(".yaml")) {
                assertThat(schema(schema).validate(json(file.getValue())))
                        .as(file.getKey())
                        .isEmpty();
            }
        }
    }

    @Test
    void what_the_reader_refuses_the_schema_refuses() throws Exception {
        var text = Packs.files("ew-pace-custody").texts().getOrDefault("pack.yaml", "");
        var schema = schema("pack.schema.json");
        assertThat(schema.validate(json(text.replace("    closes: yes", "    close: yes"))))
                .isNotEmpty();
        assertThat(schema.validate(json(text.replace("liberty: yes", "liberty: maybe"))))
                .isNotEmpty();
        assertThat(schema.validate(json(text.replace("limit: {hours: 24}", "limit: {hour: 24}"))))
                .isNotEmpty();
    }

    /** As YAML 1.2 has it: yes is a word. */
    private static JsonNode json(String text) {
        return json(new Yaml().compose(new StringReader(text)));
    }

    private static JsonNode json(Node node) {
        var make = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            var object = make.objectNode();
            mapping.getValue()
                    .forEach(member ->
                            object.set(((ScalarNode) member.getKeyNode()).getValue(), json(member.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            var array = make.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        var value = ((ScalarNode) node).getValue();
        var plain = ((ScalarNode) node).isPlain();
        return plain && value.matches("-?\\d+") ? make.numberNode(Long.parseLong(value)) : make.textNode(value);
    }
}
