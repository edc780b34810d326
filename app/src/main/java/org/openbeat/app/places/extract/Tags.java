package org.openbeat.app.places.extract;

import com.graphhopper.reader.ReaderElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which of OpenStreetMap's tags we use. */
final class Tags {
    /** A thing with one of these is worth keeping. */
    private static final Set<String> WORTH = Set.of(
            "highway",
            "railway",
            "waterway",
            "natural",
            "landuse",
            "leisure",
            "building",
            "place",
            "amenity",
            "tourism",
            "historic",
            "aeroway",
            "man_made",
            "public_transport",
            "office",
            "shop",
            "addr:housenumber",
            "addr:interpolation");

    /** Said more closely about such a thing. */
    private static final Set<String> MORE = Set.of(
            "name",
            "name:en",
            "name:zh",
            "ref",
            "oneway",
            "bridge",
            "tunnel",
            "layer",
            "service",
            "access",
            "area",
            "water",
            "station",
            "addr:street",
            "addr:place",
            "addr:city",
            "intermittent",
            "population",
            "admin_level",
            "wetland",
            "covered",
            "junction");

    private Tags() {}

    static Map<String, String> of(ReaderElement element) {
        var kept = new HashMap<String, String>();
        for (var tag : element.getTags().entrySet()) {
            if ((WORTH.contains(tag.getKey()) || MORE.contains(tag.getKey()))
                    && tag.getValue() instanceof String text) {
                kept.put(tag.getKey(), text);
            }
        }
        return kept;
    }

    static boolean areWorthKeeping(Map<String, String> tags) {
        return tags.keySet().stream().anyMatch(WORTH::contains);
    }

    /** Whether a closed way with these tags bounds an area, by the habits of OpenStreetMap. */
    static boolean meanArea(Map<String, String> tags) {
        if ("yes".equals(tags.get("area"))) {
            return true;
        }
        if ("no".equals(tags.get("area")) || "coastline".equals(tags.get("natural"))) {
            return false;
        }
        if (tags.containsKey("building") || tags.containsKey("landuse") || tags.containsKey("leisure")) {
            return !"track".equals(tags.get("leisure"));
        }
        return tags.keySet().stream().anyMatch(Set.of("natural", "amenity", "tourism", "place", "shop")::contains)
                || "riverbank".equals(tags.get("waterway"));
    }
}
