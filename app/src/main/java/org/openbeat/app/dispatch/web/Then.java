package org.openbeat.app.dispatch.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows that the board showed, for a page. They are read leniently: an older row may lack what newer ones have. */
final class Then {
    private Then() {}

    /** A unit with its status, or with how far it was with an incident. */
    record Sign(String callSign, String status) {}

    /** An incident as the board showed it. */
    record Incident(
            String id,
            String label,
            int priority,
            String type,
            String status,
            String place,
            String inHand,
            List<Sign> units) {}

    /** A unit as the board showed it. */
    record Unit(String callSign, String status, String work) {}

    static Incident incident(JsonMapper json, String content) {
        var row = json.readTree(content);
        var units = new ArrayList<Sign>();
        each(row.path("units"))
                .forEach(unit -> units.add(new Sign(
                        unit.path("callSign").asString(""), unit.path("stage").asString(""))));
        return new Incident(
                row.path("id").asString(""),
                row.path("dayNumber").asString(""),
                row.path("priority").asInt(0),
                row.path("type").asString(""),
                row.path("status").asString(""),
                row.path("locationText").asString(""),
                row.path("claim").path("name").asString(""),
                units);
    }

    static Unit unit(JsonMapper json, String content) {
        var row = json.readTree(content);
        var work = each(row.path("work")).stream()
                .map(each -> "#" + each.path("number").asString("").replaceFirst("^.*/", ""))
                .collect(Collectors.joining(", "));
        return new Unit(row.path("callSign").asString(""), row.path("status").asString(""), work);
    }

    private static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    /**
     * One step of a slider.
     *
     * @param index from 0
     * @param last index of the last step
     */
    record Step(int index, int last, Instant at) {}
}
