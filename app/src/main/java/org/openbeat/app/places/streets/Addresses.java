package org.openbeat.app.places.streets;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.openbeat.app.places.extract.Feature;
import org.openbeat.app.places.streets.StreetIndex.Address;
import org.openbeat.app.places.streets.StreetIndex.Range;

/** House numbers: on doors, on buildings, and along lines drawn for them. */
final class Addresses {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})\\s?([A-Za-z]?|bis|ter)\\b.*");

    private final StreetIndex index;
    private final ToIntBiFunction<String, Coordinate> streetAt;
    private final Map<Long, Feature> doors = new HashMap<>();

    Addresses(StreetIndex index, ToIntBiFunction<String, Coordinate> streetAt) {
        this.index = index;
        this.streetAt = streetAt;
    }

    void add(List<Feature> features) {
        for (var feature : features) {
            if (feature.has("addr:housenumber")) {
                addDoors(feature);
            }
        }
        for (var feature : features) {
            if (feature.has("addr:interpolation") && feature.geometry() instanceof LineString line) {
                addRange(feature, line);
            }
        }
    }

    private void addDoors(Feature feature) {
        if (feature.nodes().length == 1) {
            doors.put(feature.nodes()[0], feature);
        }
        var street = streetName(feature);
        if (street == null) {
            return;
        }
        var at = inside(feature.geometry());
        for (var number : feature.tag("addr:housenumber", "").split("[;,]")) {
            var match = NUMBER.matcher(number.strip());
            if (match.matches()) {
                var letter = match.group(2).toLowerCase(Locale.ROOT);
                var value = Integer.parseInt(match.group(1));
                index.addresses.add(new Address(streetAt.applyAsInt(street, at), value + letter, value, at.y, at.x));
            }
        }
    }

    private static @Nullable String streetName(Feature feature) {
        var street = feature.tag("addr:street");
        return street == null ? feature.tag("addr:place") : street;
    }

    private static Coordinate inside(Geometry geometry) {
        return geometry instanceof LineString
                ? geometry.getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
    }

    private void addRange(Feature feature, LineString line) {
        var nodes = feature.nodes();
        var first = value(doors.get(nodes[0]));
        var last = value(doors.get(nodes[nodes.length - 1]));
        var step = step(feature.tag("addr:interpolation", ""));
        var start = line.getCoordinateN(0);
        var street = streetName(feature) == null ? streetOf(doors.get(nodes[0])) : streetName(feature);
        if (first.isEmpty() || last.isEmpty() || step == 0 || street == null || first.equals(last)) {
            return;
        }
        var upwards = first.get() < last.get();
        var course = (upwards ? line : line.reverse()).getCoordinates();
        index.ranges.add(new Range(
                streetAt.applyAsInt(street, start),
                Math.min(first.get(), last.get()),
                Math.max(first.get(), last.get()),
                step,
                StreetIndexer.flat(course, 0, course.length - 1)));
    }

    private static @Nullable String streetOf(@Nullable Feature door) {
        return door == null ? null : streetName(door);
    }

    private static Optional<Integer> value(@Nullable Feature door) {
        if (door == null) {
            return Optional.empty();
        }
        var match = NUMBER.matcher(door.tag("addr:housenumber", "").strip());
        return match.matches() ? Optional.of(Integer.parseInt(match.group(1))) : Optional.empty();
    }

    /** 0 for what cannot be counted, as letters. */
    private static int step(String interpolation) {
        return switch (interpolation) {
            case "odd", "even" -> 2;
            case "all" -> 1;
            default -> interpolation.matches("[1-9]\\d?") ? Integer.parseInt(interpolation) : 0;
        };
    }
}
