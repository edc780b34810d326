package org.openbeat.app.places.tiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.openbeat.app.places.extract.Feature;

/** Decides in which layer of the map a feature is drawn, as what, and from which zoom on. */
final class Layers {
    /** What a layer draws, and since when. */
    record Place(String layer, String kind, int fromZoom) {}

    private static final Map<String, Place> ROADS = new HashMap<>();

    static {
        road(5, "motorway", "motorway", "motorway_link");
        road(6, "trunk", "trunk", "trunk_link");
        road(7, "primary", "primary", "primary_link");
        road(8, "secondary", "secondary", "secondary_link");
        road(10, "tertiary", "tertiary", "tertiary_link");
        road(11, "minor", "residential", "unclassified", "living_street", "road");
        road(13, "pedestrian", "pedestrian");
        road(13, "service", "service");
        road(14, "path", "footway", "path", "cycleway", "steps", "track", "bridleway", "corridor");
    }

    private static final Map<String, Place> AREAS = Map.ofEntries(
            area("natural=wood", "wood", 8), area("landuse=forest", "wood", 8),
            area("natural=scrub", "wood", 10), area("natural=heath", "grass", 10),
            area("natural=grassland", "grass", 10), area("landuse=grass", "grass", 12),
            area("landuse=meadow", "grass", 10), area("landuse=village_green", "park", 11),
            area("landuse=recreation_ground", "park", 11), area("leisure=park", "park", 10),
            area("leisure=garden", "park", 13), area("leisure=golf_course", "park", 11),
            area("leisure=nature_reserve", "wood", 9), area("leisure=pitch", "pitch", 13),
            area("leisure=playground", "pitch", 14), area("leisure=stadium", "pitch", 13),
            area("landuse=cemetery", "cemetery", 11), area("amenity=grave_yard", "cemetery", 12),
            area("landuse=farmland", "farm", 9), area("landuse=vineyard", "farm", 10),
            area("landuse=orchard", "farm", 10), area("landuse=allotments", "farm", 12),
            area("landuse=residential", "residential", 10), area("landuse=commercial", "commercial", 11),
            area("landuse=retail", "commercial", 11), area("landuse=industrial", "industrial", 10),
            area("landuse=railway", "industrial", 12), area("amenity=school", "campus", 12),
            area("amenity=university", "campus", 11), area("amenity=college", "campus", 12),
            area("amenity=hospital", "campus", 12), area("amenity=parking", "parking", 14),
            area("natural=beach", "sand", 11), area("natural=sand", "sand", 11),
            area("natural=bare_rock", "rock", 10), area("natural=scree", "rock", 10),
            area("natural=glacier", "ice", 7), area("natural=wetland", "wetland", 11),
            area("place=square", "pedestrian", 13), area("aeroway=aerodrome", "industrial", 10));

    private static final Map<String, Integer> SETTLEMENTS = Map.of(
            "city",
            4,
            "town",
            7,
            "village",
            10,
            "suburb",
            11,
            "quarter",
            12,
            "hamlet",
            12,
            "neighbourhood",
            13,
            "island",
            10,
            "locality",
            14);

    private static final Map<String, String> POINTS_OF_INTEREST = Map.ofEntries(
            Map.entry("amenity=police", "police"), Map.entry("amenity=hospital", "hospital"),
            Map.entry("amenity=fire_station", "fire"), Map.entry("amenity=townhall", "townhall"),
            Map.entry("amenity=school", "school"), Map.entry("amenity=university", "school"),
            Map.entry("amenity=library", "culture"), Map.entry("amenity=theatre", "culture"),
            Map.entry("tourism=museum", "culture"), Map.entry("railway=station", "station"),
            Map.entry("amenity=bus_station", "station"), Map.entry("leisure=park", "park"),
            Map.entry("leisure=stadium", "park"), Map.entry("amenity=place_of_worship", "worship"),
            Map.entry("amenity=marketplace", "shop"), Map.entry("shop=mall", "shop"),
            Map.entry("place=square", "square"), Map.entry("tourism=attraction", "culture"));

    /** No building in the world covers more: what is larger was drawn by mistake and would hide a quarter. */
    private static final double LARGEST_BUILDING = 500_000;

    private Layers() {}

    private static void road(int fromZoom, String kind, String... values) {
        for (var value : values) {
            ROADS.put(value, new Place("road", kind, fromZoom));
        }
    }

    private static Map.Entry<String, Place> area(String tag, String kind, int fromZoom) {
        return Map.entry(tag, new Place("land", kind, fromZoom));
    }

    /** Every way in which a feature is drawn: an area with a name is drawn and labelled. */
    static List<Drawn> of(Feature feature) {
        var geometry = feature.geometry();
        if (geometry.isEmpty() || feature.is("natural", "coastline")) {
            return List.of();
        }
        var drawn = geometry instanceof Point
                ? Optional.<Drawn>empty()
                : place(feature, geometry).map(place -> drawn(feature, place, geometry));
        return Stream.of(drawn, label(feature, geometry), houseNumber(feature, geometry))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Drawn drawn(Feature feature, Place place, Geometry geometry) {
        return new Drawn(place.layer, attributes(feature, place), Shape.of(geometry), place.fromZoom);
    }

    private static Optional<Place> place(Feature feature, Geometry geometry) {
        return geometry instanceof LineString ? line(feature) : area(feature, geometry);
    }

    private static Optional<Place> line(Feature feature) {
        var highway = feature.tag("highway");
        if (highway != null) {
            return Optional.ofNullable(ROADS.get(highway));
        }
        if (feature.is("railway", "rail", "light_rail", "subway", "tram", "narrow_gauge", "funicular")) {
            var side = feature.has("service");
            var rail = feature.is("railway", "rail", "narrow_gauge");
            return Optional.of(new Place("rail", rail ? "rail" : "tram", side ? 14 : rail ? 9 : 12));
        }
        if (feature.is("waterway", "river", "canal", "stream", "drain", "ditch")) {
            var river = feature.is("waterway", "river", "canal");
            return Optional.of(new Place("waterway", river ? "river" : "stream", river ? 8 : 13));
        }
        return feature.is("aeroway", "runway", "taxiway")
                ? Optional.of(new Place("aeroway", feature.tag("aeroway", ""), 11))
                : Optional.empty();
    }

    private static Optional<Place> area(Feature feature, Geometry geometry) {
        if (!(geometry instanceof Polygonal)) {
            return Optional.empty();
        }
        if (feature.has("building")) {
            return squareMetres(geometry) > LARGEST_BUILDING
                    ? Optional.empty()
                    : Optional.of(new Place("building", "building", 13));
        }
        if (feature.is("natural", "water")
                || feature.is("waterway", "riverbank", "dock")
                || feature.is("landuse", "reservoir", "basin")) {
            return Optional.of(new Place("water", "water", 4));
        }
        if (feature.is("highway", "pedestrian", "footway", "service")) {
            return Optional.of(new Place("land", "pedestrian", 13));
        }
        return tagged(feature, AREAS);
    }

    private static double squareMetres(Geometry degrees) {
        var latitude = degrees.getEnvelopeInternal().getMinY();
        return degrees.getArea() * Math.pow(111_195, 2) * Math.cos(Math.toRadians(latitude));
    }

    private static <T> Optional<T> tagged(Feature feature, Map<String, T> table) {
        for (var tag : feature.tags().entrySet()) {
            var found = table.get(tag.getKey() + "=" + tag.getValue());
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> attributes(Feature feature, Place place) {
        var attributes = new HashMap<String, String>();
        attributes.put("kind", place.kind);
        if (!Set.of("land", "building").contains(place.layer)) {
            addNames(attributes, feature);
            put(attributes, "ref", feature.tag("ref"));
            put(attributes, "bridge", yes(feature, "bridge"));
            put(attributes, "tunnel", yes(feature, "tunnel"));
        }
        if (feature.tag("highway", "").endsWith("_link")) {
            attributes.put("link", "yes");
        }
        return attributes;
    }

    private static @Nullable String yes(Feature feature, String key) {
        return feature.has(key) && !feature.is(key, "no") ? "yes" : null;
    }

    private static void addNames(Map<String, String> attributes, Feature feature) {
        put(attributes, "name", feature.tag("name"));
        put(attributes, "name_zh", feature.tag("name:zh"));
        put(attributes, "name_en", feature.tag("name:en"));
    }

    private static void put(Map<String, String> attributes, String key, @Nullable String value) {
        if (value != null) {
            attributes.put(key, value);
        }
    }

    private static Optional<Drawn> label(Feature feature, Geometry geometry) {
        if (!feature.has("name") || geometry instanceof LineString) {
            return Optional.empty();
        }
        var settlement = SETTLEMENTS.get(feature.tag("place", ""));
        if (settlement != null) {
            return Optional.of(point(feature, "place", feature.tag("place", ""), settlement));
        }
        if (feature.is("natural", "water")) {
            return Optional.of(point(feature, "water_name", "water", 12));
        }
        return tagged(feature, POINTS_OF_INTEREST).map(kind -> point(feature, "poi", kind, 13));
    }

    private static Drawn point(Feature feature, String layer, String kind, int fromZoom) {
        var attributes = new HashMap<String, String>();
        attributes.put("kind", kind);
        addNames(attributes, feature);
        return new Drawn(layer, attributes, Shape.of(feature.geometry().getInteriorPoint()), fromZoom);
    }

    private static Optional<Drawn> houseNumber(Feature feature, Geometry geometry) {
        var number = feature.tag("addr:housenumber");
        return number == null
                ? Optional.empty()
                : Optional.of(
                        new Drawn("housenumber", Map.of("number", number), Shape.of(geometry.getInteriorPoint()), 14));
    }
}
