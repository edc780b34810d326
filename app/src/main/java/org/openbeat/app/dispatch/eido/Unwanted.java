package org.openbeat.app.dispatch.eido;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves out what Openbeat never keeps of a person, whoever sends it: religion, ethnicity, race, and whom someone loves
 * (the design's limits; compare GDPR, Article 9). NIEM has fields for all of them.
 */
final class Unwanted {
    private static final Pattern NAMES =
            Pattern.compile("(religion|ethnicity|race|sexualOrientation)(?![a-z]).*", Pattern.DOTALL);

    private Unwanted() {}

    /** Takes the fields out of the document; returns their names. */
    static List<String> leaveOut(JsonNode document) {
        var left = new TreeSet<String>();
        for (var person : document.path("personComponent")) {
            leaveOut(person, left);
        }
        return List.copyOf(left);
    }

    private static void leaveOut(JsonNode node, TreeSet<String> left) {
        if (node instanceof ObjectNode object) {
            var names = object.propertyStream()
                    .map(java.util.Map.Entry::getKey)
                    .filter(name -> NAMES.matcher(name).matches())
                    .toList();
            object.remove(names);
            left.addAll(names);
        }
        node.valueStream().forEach(child -> leaveOut(child, left));
    }
}
