package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;

/** Writes the jurisdiction and its beats as GeoJSON (RFC 7946). */
final class AreasGeoJson {

    private AreasGeoJson() {}

    static String write(CityPlan plan, List<GeoPosition> jurisdiction, List<Beat> beats) {
        List<String> features = new ArrayList<>();
        features.add(feature("jurisdiction", "LP", plan.name(), plan.nameZh(), "city", "", jurisdiction));
        for (Beat beat : beats) {
            features.add(feature(
                    "beat", beat.code(), beat.name(), beat.nameZh(), beat.agency(), beat.station(), beat.outline()));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n";
    }

    private static String feature(
            String kind,
            String code,
            String name,
            String nameZh,
            String agency,
            String station,
            List<GeoPosition> outline) {
        return """
                {"type":"Feature","properties":{"kind":%s,"code":%s,"name":%s,"name_zh":%s,"agency":%s,"station":%s},\
                "geometry":{"type":"Polygon","coordinates":[%s]}}""".formatted(
                        quoted(kind),
                        quoted(code),
                        quoted(name),
                        quoted(nameZh),
                        quoted(agency),
                        quoted(station),
                        ring(outline));
    }

    private static String ring(List<GeoPosition> outline) {
        List<String> corners = new ArrayList<>();
        outline.forEach(position -> corners.add(position.geoJson()));
        corners.add(outline.getFirst().geoJson());
        return "[" + String.join(",", corners) + "]";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
