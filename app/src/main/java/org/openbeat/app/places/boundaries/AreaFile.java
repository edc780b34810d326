package org.openbeat.app.places.boundaries;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.places.boundaries.Area.Kind;

/**
 * Jurisdiction and beats from GeoJSON: features that are polygons, with the properties {@code kind}
 * ({@code jurisdiction} or {@code beat}; a beat if absent), {@code code}, {@code name}, and if known {@code name_zh},
 * {@code agency} and {@code station}.
 */
public final class AreaFile {
    private AreaFile() {}

    /**
     * Reads the areas.
     *
     * @param agency whose they are, where a feature does not say
     * @throws InvalidGeoJson with the place and the reason
     */
    public static List<Area> read(String text, AgencyId agency) {
        var areas = new ArrayList<Area>();
        var codes = new HashSet<String>();
        for (var feature : GeoJson.read(text)) {
            var area = area(feature, agency);
            if (!codes.add(area.kind() + area.code())) {
                throw new InvalidGeoJson(feature.where(), "the code %s is there twice.".formatted(area.code()));
            }
            areas.add(area);
        }
        if (areas.stream().noneMatch(area -> area.kind() == Kind.BEAT)) {
            throw new InvalidGeoJson("", "it holds no beat.");
        }
        return areas;
    }

    private static Area area(GeoJson.Feature feature, AgencyId agency) {
        var properties = feature.properties();
        var code = needed(feature, "code");
        var own = properties.get("agency");
        try {
            return new Area(
                    kind(feature),
                    new BeatCode(code).value(),
                    properties.getOrDefault("name", code),
                    properties.get("name_zh"),
                    own == null ? agency : new AgencyId(own),
                    properties.get("station"),
                    outline(feature));
        } catch (IllegalArgumentException e) {
            throw new InvalidGeoJson(feature.where(), String.valueOf(e.getMessage()));
        }
    }

    private static String needed(GeoJson.Feature feature, String property) {
        var value = feature.properties().get(property);
        if (value == null || value.isBlank()) {
            throw new InvalidGeoJson(feature.where(), "the property \"%s\" is missing.".formatted(property));
        }
        return value;
    }

    private static Kind kind(GeoJson.Feature feature) {
        var kind = feature.properties().getOrDefault("kind", "beat");
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "beat" -> Kind.BEAT;
            case "jurisdiction" -> Kind.JURISDICTION;
            default ->
                throw new InvalidGeoJson(
                        feature.where(), "the kind \"%s\" is neither beat nor jurisdiction.".formatted(kind));
        };
    }

    private static Geometry outline(GeoJson.Feature feature) {
        var geometry = feature.geometry();
        if (geometry == null || geometry.isEmpty() || !(geometry instanceof Polygonal)) {
            throw new InvalidGeoJson(feature.where(), "its geometry must be a polygon or a multipolygon.");
        }
        var fault = new IsValidOp(geometry).getValidationError();
        if (fault != null) {
            var at = fault.getCoordinate();
            throw new InvalidGeoJson(
                    feature.where(),
                    "the outline is faulty (%s) near longitude %s, latitude %s."
                            .formatted(fault.getMessage(), at.x, at.y));
        }
        return geometry;
    }
}
