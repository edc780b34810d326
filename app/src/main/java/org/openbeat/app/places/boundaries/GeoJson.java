package org.openbeat.app.places.boundaries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads GeoJSON (RFC 7946). Rings must close and have four positions (3.1.6); those that turn the wrong way are turned,
 * since the RFC asks readers not to refuse them. Heights are left out.
 */
final class GeoJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private GeoJson() {}

    /**
     * One feature.
     *
     * @param where its place in the document, for messages
     * @param properties its members that are strings or numbers, as text
     * @param geometry null where the document says so
     */
    record Feature(
            String where,
            Map<String, String> properties,
            @Nullable Geometry geometry) {}

    /** The features of a document; a bare geometry is one feature without properties. */
    static List<Feature> read(String text) {
        try {
            return document(JSON.readTree(text));
        } catch (JacksonException e) {
            throw new InvalidGeoJson("", "it is no JSON: " + e.getOriginalMessage());
        }
    }

    private static List<Feature> document(JsonNode document) {
        return switch (type(document, "")) {
            case "FeatureCollection" -> collection(document);
            case "Feature" -> List.of(feature(document, ""));
            default -> List.of(new Feature("", Map.of(), geometry(document, "")));
        };
    }

    private static String type(JsonNode node, String where) {
        var type = node.path("type");
        if (!type.isString()) {
            throw new InvalidGeoJson(where, "it needs a member \"type\" that is a string.");
        }
        checkBox(node.path("bbox"), where);
        return type.stringValue();
    }

    private static void checkBox(JsonNode box, String where) {
        var numbers = box.isArray() && box.values().stream().allMatch(JsonNode::isNumber);
        if (!box.isMissingNode() && !(numbers && (box.size() == 4 || box.size() == 6))) {
            throw new InvalidGeoJson(where, "\"bbox\" must be an array of 4 or 6 numbers.");
        }
    }

    private static List<Feature> collection(JsonNode collection) {
        var features = new ArrayList<Feature>();
        for (var i = 0; i < array(collection, "features", "").size(); i++) {
            var where = "features[%d]".formatted(i);
            var node = collection.path("features").get(i);
            if (!type(node, where).equals("Feature")) {
                throw new InvalidGeoJson(where, "a FeatureCollection holds only features.");
            }
            features.add(feature(node, where));
        }
        return features;
    }

    private static JsonNode array(JsonNode node, String member, String where) {
        var array = node.path(member);
        if (!array.isArray()) {
            throw new InvalidGeoJson(where, "it needs a member \"%s\" that is an array.".formatted(member));
        }
        return array;
    }

    private static Feature feature(JsonNode node, String where) {
        var geometry = node.path("geometry");
        var properties = node.path("properties");
        var id = node.path("id");
        if (!geometry.isObject() && !geometry.isNull()) {
            throw new InvalidGeoJson(where, "a feature needs a member \"geometry\", an object or null.");
        }
        if (!properties.isObject() && !properties.isNull()) {
            throw new InvalidGeoJson(where, "a feature needs a member \"properties\", an object or null.");
        }
        if (!id.isMissingNode() && !id.isString() && !id.isNumber()) {
            throw new InvalidGeoJson(where, "an \"id\" is a string or a number.");
        }
        var place = where.isEmpty() ? "geometry" : where + ".geometry";
        return new Feature(where, texts(properties), geometry.isNull() ? null : geometry(geometry, place));
    }

    private static Map<String, String> texts(JsonNode properties) {
        var texts = new HashMap<String, String>();
        properties.forEachEntry((name, value) -> {
            if (value.isString() || value.isNumber()) {
                texts.put(name, value.asString());
            }
        });
        return texts;
    }

    private static Geometry geometry(JsonNode node, String where) {
        var type = type(node, where);
        if (type.equals("GeometryCollection")) {
            var parts = new ArrayList<Geometry>();
            for (var part : array(node, "geometries", where)) {
                parts.add(geometry(part, where + ".geometries[%d]".formatted(parts.size())));
            }
            return GEOMETRY.createGeometryCollection(parts.toArray(Geometry[]::new));
        }
        var at = where.isEmpty() ? "coordinates" : where + ".coordinates";
        var coordinates = array(node, "coordinates", where);
        return switch (type) {
            case "Point" -> GEOMETRY.createPoint(position(coordinates, at));
            case "MultiPoint" -> GEOMETRY.createMultiPointFromCoords(positions(coordinates, at));
            case "LineString" -> line(coordinates, at);
            case "MultiLineString" -> GEOMETRY.buildGeometry(each(coordinates, at, GeoJson::line));
            case "Polygon" -> polygon(coordinates, at);
            case "MultiPolygon" ->
                GEOMETRY.createMultiPolygon(
                        each(coordinates, at, GeoJson::polygon).toArray(Polygon[]::new));
            default -> throw new InvalidGeoJson(where, "there is no type \"%s\".".formatted(type));
        };
    }

    private interface Part<T> {
        T read(JsonNode node, String where);
    }

    private static <T> List<T> each(JsonNode array, String where, Part<T> part) {
        if (!array.isArray()) {
            throw new InvalidGeoJson(where, "an array is needed here.");
        }
        var parts = new ArrayList<T>();
        for (var node : array) {
            parts.add(part.read(node, "%s[%d]".formatted(where, parts.size())));
        }
        return parts;
    }

    private static Coordinate[] positions(JsonNode array, String where) {
        return each(array, where, GeoJson::position).toArray(Coordinate[]::new);
    }

    private static Coordinate position(JsonNode node, String where) {
        if (!node.isArray() || node.size() < 2 || !node.values().stream().allMatch(JsonNode::isNumber)) {
            throw new InvalidGeoJson(where, "a position is an array of longitude and latitude.");
        }
        var longitude = node.get(0).doubleValue();
        var latitude = node.get(1).doubleValue();
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
            throw new InvalidGeoJson(
                    where,
                    "longitude %s, latitude %s is not on earth. Maybe they were swapped, or are not in degrees."
                            .formatted(longitude, latitude));
        }
        return new Coordinate(longitude, latitude);
    }

    private static Geometry line(JsonNode array, String where) {
        var positions = positions(array, where);
        if (positions.length < 2) {
            throw new InvalidGeoJson(where, "a line needs two positions.");
        }
        return GEOMETRY.createLineString(positions);
    }

    private static Polygon polygon(JsonNode array, String where) {
        var rings = each(array, where, GeoJson::ring);
        if (rings.isEmpty()) {
            return GEOMETRY.createPolygon();
        }
        var holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
        // JTS wants the outer ring the other way round than the RFC; either order comes out the same.
        return (Polygon) GEOMETRY.createPolygon(rings.getFirst(), holes).norm();
    }

    private static LinearRing ring(JsonNode array, String where) {
        var positions = positions(array, where);
        if (positions.length < 4) {
            throw new InvalidGeoJson(where, "a ring needs four positions, this has %d.".formatted(positions.length));
        }
        if (!positions[0].equals2D(positions[positions.length - 1])) {
            throw new InvalidGeoJson(where, "the ring does not close: its last position must be its first one again.");
        }
        return GEOMETRY.createLinearRing(positions);
    }
}
