package org.openbeat.app.places.streets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.openbeat.app.places.extract.Feature;
import org.openbeat.app.places.streets.StreetIndex.Kind;
import org.openbeat.app.places.streets.StreetIndex.Named;

/** What people name when they do not know the address: stations, schools, parks, shops, and parts of the town. */
final class Landmarks {
    private static final List<String> KEYS = List.of(
            "amenity",
            "tourism",
            "historic",
            "leisure",
            "railway",
            "public_transport",
            "aeroway",
            "office",
            "shop",
            "man_made",
            "natural",
            "building",
            "landuse");

    private static final Set<String> NOT_LANDMARKS =
            Set.of("parking_space", "bench", "switch", "signal", "level_crossing", "rail", "platform", "stop_position");

    private static final Map<String, Double> WEIGHTS = Map.ofEntries(
            Map.entry("station", 8.0),
            Map.entry("hospital", 8.0),
            Map.entry("police", 8.0),
            Map.entry("townhall", 8.0),
            Map.entry("university", 7.0),
            Map.entry("aerodrome", 7.0),
            Map.entry("museum", 6.0),
            Map.entry("stadium", 6.0),
            Map.entry("park", 6.0),
            Map.entry("school", 5.0),
            Map.entry("library", 5.0),
            Map.entry("attraction", 5.0));

    private static final Map<String, Double> SETTLEMENTS = Map.of(
            "city",
            12.0,
            "town",
            11.0,
            "village",
            10.0,
            "suburb",
            9.0,
            "quarter",
            8.0,
            "neighbourhood",
            8.0,
            "hamlet",
            7.0,
            "locality",
            5.0,
            "square",
            6.0,
            "island",
            7.0);

    /** A thing wider than this is more than a point: its middle may be far from where help is wanted. */
    private static final double POINT_DEGREES = 0.0015;

    private final StreetIndex index;
    private final Localities localities;

    Landmarks(StreetIndex index, Localities localities) {
        this.index = index;
        this.localities = localities;
    }

    void add(List<Feature> features) {
        for (var feature : features) {
            if (feature.has("name") && !feature.has("highway")) {
                addNamed(feature);
            }
        }
    }

    private void addNamed(Feature feature) {
        var settlement = SETTLEMENTS.get(feature.tag("place", ""));
        if (settlement != null) {
            add(feature, Kind.LOCALITY, settlement, false);
            return;
        }
        for (var key : KEYS) {
            var value = feature.tag(key);
            if (value != null && !NOT_LANDMARKS.contains(value)) {
                var small = feature.geometry().getEnvelopeInternal().getDiameter() < POINT_DEGREES;
                add(feature, Kind.LANDMARK, WEIGHTS.getOrDefault(value, 3.0), small);
                return;
            }
        }
    }

    private void add(Feature feature, Kind kind, double weight, boolean exact) {
        var name = feature.tag("name", "");
        var at = inside(feature.geometry());
        var locality = localities.of(at);
        var town = kind == Kind.LOCALITY || name.equals(locality) ? null : locality;
        index.add(new Named(
                kind,
                name,
                StreetIndex.otherLabels(feature.tags()),
                town,
                Folding.fold(name),
                at.y,
                at.x,
                exact,
                weight));
    }

    private static Coordinate inside(Geometry geometry) {
        return geometry.getInteriorPoint().getCoordinate();
    }
}
