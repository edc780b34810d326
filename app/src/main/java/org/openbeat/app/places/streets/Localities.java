package org.openbeat.app.places.streets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.extract.Feature;

/** Which town a place belongs to, guessed from the nearest one; a city reaches farther than a village. */
final class Localities {
    private static final Map<String, Double> REACH = Map.of("city", 4.0, "town", 2.0, "village", 1.0);
    private static final double FARTHEST_METRES = 12_000;

    private record Town(String name, GeoPoint at, double reach) {}

    private final List<Town> towns = new ArrayList<>();

    Localities(List<Feature> features) {
        for (var feature : features) {
            var reach = REACH.get(feature.tag("place", ""));
            if (reach != null && feature.has("name") && feature.geometry() instanceof Point point) {
                towns.add(new Town(feature.tag("name", ""), new GeoPoint(point.getY(), point.getX()), reach));
            }
        }
    }

    @Nullable
    String of(Coordinate place) {
        var at = new GeoPoint(place.y, place.x);
        String nearest = null;
        var shortest = FARTHEST_METRES;
        for (var town : towns) {
            var distance = at.metresTo(town.at) / town.reach;
            if (distance < shortest) {
                shortest = distance;
                nearest = town.name;
            }
        }
        return nearest;
    }
}
