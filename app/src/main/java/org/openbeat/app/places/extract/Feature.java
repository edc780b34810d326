package org.openbeat.app.places.extract;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the map.
 *
 * @param tags its OpenStreetMap tags, those that we use
 * @param geometry point, line or area in degrees, longitude first
 * @param nodes the ids of its nodes in order, by which ways join; empty for a multipolygon
 */
public record Feature(Map<String, String> tags, Geometry geometry, long[] nodes) {

    public @Nullable String tag(String key) {
        return tags.get(key);
    }

    public String tag(String key, String otherwise) {
        return tags.getOrDefault(key, otherwise);
    }

    public boolean has(String key) {
        return tags.containsKey(key);
    }

    public boolean is(String key, String... values) {
        var value = tags.get(key);
        for (var each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
