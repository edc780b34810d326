package org.openbeat.app.places.streets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.openbeat.app.places.extract.Extract;
import org.openbeat.app.places.extract.Feature;
import org.openbeat.app.places.streets.StreetIndex.Kind;
import org.openbeat.app.places.streets.StreetIndex.Named;
import org.openbeat.app.places.streets.StreetIndex.Piece;

/** Makes the index of streets from an extract: first the streets, then what lies on them. */
final class StreetIndexer {
    private static final Set<String> NO_STREETS =
            Set.of("proposed", "construction", "abandoned", "razed", "platform", "bus_stop", "elevator", "rest_area");

    private final StreetIndex index = new StreetIndex();
    private final Localities localities;
    private final Map<Key, Integer> streets = new HashMap<>();
    private final Map<String, List<Integer>> byName = new HashMap<>();

    /** Ways of one name near one town are one street. */
    private record Key(String folded, @Nullable String locality) {}

    private StreetIndexer(Extract extract) {
        this.localities = new Localities(extract.features());
    }

    static StreetIndex index(Extract extract) {
        var indexer = new StreetIndexer(extract);
        var ways = extract.features().stream().filter(StreetIndexer::isStreet).toList();
        var streetOf = indexer.addStreets(ways);
        new Crossings(indexer.index).add(ways, streetOf);
        new Addresses(indexer.index, indexer::street).add(extract.features());
        new Landmarks(indexer.index, indexer.localities).add(extract.features());
        return indexer.index;
    }

    private static boolean isStreet(Feature feature) {
        return feature.has("highway")
                && feature.has("name")
                && feature.geometry() instanceof LineString
                && !NO_STREETS.contains(feature.tag("highway"));
    }

    private int[] addStreets(List<Feature> ways) {
        var groups = new LinkedHashMap<Key, List<Feature>>();
        var keys = new ArrayList<Key>();
        for (var way : ways) {
            var key = new Key(Folding.fold(way.tag("name", "")), localities.of(middle(way)));
            keys.add(key);
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(way);
        }
        groups.forEach(this::addStreet);
        return keys.stream().mapToInt(streets::get).toArray();
    }

    private void addStreet(Key key, List<Feature> ways) {
        var longest = ways.getFirst();
        var length = 0.0;
        for (var way : ways) {
            longest = way.geometry().getLength() > longest.geometry().getLength() ? way : longest;
            length += way.geometry().getLength();
        }
        var at = middle(longest);
        var weight = Math.log1p(length * 1000);
        var street = register(key, longest.tags(), at, weight);
        for (var way : ways) {
            addPieces(street, way.geometry().getCoordinates());
        }
    }

    private int register(Key key, Map<String, String> tags, Coordinate at, double weight) {
        var label = tags.getOrDefault("name", key.folded);
        var others = StreetIndex.otherLabels(tags);
        var street =
                index.add(new Named(Kind.STREET, label, others, key.locality, key.folded, at.y, at.x, false, weight));
        streets.put(key, street);
        byName.computeIfAbsent(key.folded, any -> new ArrayList<>()).add(street);
        return street;
    }

    /** Short pieces, so that their boxes are small. */
    private void addPieces(int street, Coordinate[] line) {
        for (var from = 0; from < line.length - 1; from += 8) {
            var to = Math.min(from + 8, line.length - 1);
            index.pieces.add(new Piece(street, flat(line, from, to)));
        }
    }

    static double[] flat(Coordinate[] line, int from, int to) {
        var flat = new double[2 * (to - from + 1)];
        for (var i = from; i <= to; i++) {
            flat[2 * (i - from)] = line[i].y;
            flat[2 * (i - from) + 1] = line[i].x;
        }
        return flat;
    }

    private static Coordinate middle(Feature way) {
        var line = way.geometry().getCoordinates();
        return line[line.length / 2];
    }

    /** The street of that name at a place: in the same town, or the nearest; made up where the map has none. */
    private int street(String name, Coordinate at) {
        var folded = Folding.fold(name);
        var key = new Key(folded, localities.of(at));
        var same = Optional.ofNullable(streets.get(key));
        return same.orElseGet(() -> nearest(folded, at).orElseGet(() -> register(key, Map.of("name", name), at, 0)));
    }

    private Optional<Integer> nearest(String folded, Coordinate at) {
        return byName.getOrDefault(folded, List.of()).stream()
                .filter(street -> distance(street, at) < 0.03)
                .min((a, b) -> Double.compare(distance(a, at), distance(b, at)));
    }

    /** In degrees: good enough to choose. */
    private double distance(int street, Coordinate at) {
        var named = index.names.get(street);
        return Math.hypot(named.latitude() - at.y, named.longitude() - at.x);
    }
}
