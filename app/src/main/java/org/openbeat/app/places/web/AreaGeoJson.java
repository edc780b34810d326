package org.openbeat.app.places.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.openbeat.app.places.boundaries.Area;

/** Areas as GeoJSON (RFC 7946): every area a multipolygon, outer rings counter-clockwise. */
final class AreaGeoJson {
    private AreaGeoJson() {}

    static Map<String, Object> write(List<Area> areas) {
        return Map.of(
                "type",
                "FeatureCollection",
                "features",
                areas.stream().map(AreaGeoJson::feature).toList());
    }

    private static Map<String, Object> feature(Area area) {
        var outline = area.outline();
        var polygons = IntStream.range(0, outline.getNumGeometries())
                .mapToObj(i -> polygon((Polygon) outline.getGeometryN(i)))
                .toList();
        return Map.of(
                "type",
                "Feature",
                "id",
                area.kind().name().toLowerCase(Locale.ROOT) + "-" + area.code(),
                "properties",
                properties(area),
                "geometry",
                Map.of("type", "MultiPolygon", "coordinates", polygons));
    }

    private static Map<String, Object> properties(Area area) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("kind", area.kind().name().toLowerCase(Locale.ROOT));
        properties.put("code", area.code());
        properties.put("name", area.name());
        properties.put("name_zh", area.nameZh() == null ? area.name() : area.nameZh());
        return properties;
    }

    private static List<List<double[]>> polygon(Polygon polygon) {
        // JTS's normal form turns clockwise, GeoJSON's outer ring does not.
        var turned = (Polygon) polygon.norm().reverse();
        return IntStream.rangeClosed(0, turned.getNumInteriorRing())
                .mapToObj(i -> ring(i == 0 ? turned.getExteriorRing() : turned.getInteriorRingN(i - 1)))
                .toList();
    }

    /** Six decimals are 10 cm. */
    private static List<double[]> ring(LineString ring) {
        return Arrays.stream(ring.getCoordinates())
                .map(at -> new double[] {Math.round(at.x * 1e6) / 1e6, Math.round(at.y * 1e6) / 1e6})
                .toList();
    }
}
