package org.openbeat.engine.city;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tags of a building, its address among them. */
final class BuildingTags {

    private BuildingTags() {}

    static Map<String, String> of(Building building, CityPlan plan) {
        Map<String, String> tags = new LinkedHashMap<>(building.tags);
        Edge front = building.front;
        Name street = front == null ? null : front.street.name;
        if (street != null && building.number > 0) {
            tags.put("addr:city", plan.name());
            tags.put("addr:housenumber", Integer.toString(building.number));
            tags.put("addr:street", street.english());
        }
        return tags;
    }
}
