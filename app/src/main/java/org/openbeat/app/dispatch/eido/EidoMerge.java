package org.openbeat.app.dispatch.eido;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Our state of an incident together with what partners sent of it: of what both say, ours counts; nothing is lost. */
final class EidoMerge {
    private EidoMerge() {}

    static Eido merge(Eido ours, List<Eido> received) {
        var merged = ours.json().deepCopy();
        received.forEach(each -> add(merged, each.json()));
        return new Eido(merged);
    }

    private static void add(ObjectNode merged, ObjectNode more) {
        more.propertyStream().forEach(property -> {
            var name = property.getKey();
            var present = merged.get(name);
            if (present == null) {
                merged.set(name, property.getValue().deepCopy());
            } else if (present instanceof ArrayNode list && property.getValue() instanceof ArrayNode items) {
                addMissing(list, items);
            } else if (present instanceof ObjectNode object
                    && property.getValue() instanceof ObjectNode other
                    && name.equals("incidentComponent")) {
                add(object, other);
            }
        });
    }

    private static void addMissing(ArrayNode list, ArrayNode items) {
        Set<JsonNode> known = list.valueStream().map(EidoMerge::key).collect(Collectors.toSet());
        items.valueStream().filter(item -> known.add(key(item))).forEach(item -> list.add(item.deepCopy()));
    }

    /** Components are told apart by their id, references by what they name, and words by themselves. */
    private static JsonNode key(JsonNode item) {
        return item.has("$id") ? item.get("$id") : item;
    }
}
