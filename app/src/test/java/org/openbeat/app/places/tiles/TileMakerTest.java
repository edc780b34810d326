package org.openbeat.app.places.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.openbeat.app.places.extract.Extract;
import org.openbeat.app.places.extract.Feature;

class TileMakerTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Envelope TOWN = new Envelope(8.0, 8.1, 50.0, 50.1);

    @Test
    void a_street_is_drawn_with_its_names_where_it_lies() {
        var tiles = tiles(feature(
                Map.of("highway", "residential", "name", "Main Street", "name:zh", "主街"),
                line(8.01, 50.01, 8.09, 50.01)));
        var streets = at(tiles, 14, 8.05, 50.01).get("road");
        assertThat(streets).hasSize(1);
        assertThat(streets.getFirst().attributes())
                .isEqualTo(Map.of("kind", "minor", "name", "Main Street", "name_zh", "主街"));
        assertThat(streets.getFirst().parts().getFirst().subList(0, 2)).containsExactly(-Clip.MARGIN, y(14, 50.01));
    }

    @Test
    void a_street_in_pieces_is_drawn_as_one_line() {
        var tags = Map.of("highway", "primary", "name", "Main Street");
        var tiles = tiles(
                feature(tags, line(8.050, 50.01, 8.052, 50.01)),
                feature(tags, line(8.052, 50.01, 8.054, 50.011)),
                feature(tags, line(8.054, 50.011, 8.056, 50.01)));
        assertThat(at(tiles, 14, 8.052, 50.01).get("road")).hasSize(1);
    }

    @Test
    void small_streets_and_houses_are_left_out_of_the_wide_view() {
        var tiles = tiles(
                feature(Map.of("highway", "residential"), line(8.01, 50.01, 8.09, 50.01)),
                feature(Map.of("building", "yes"), square(8.05, 50.05, 0.001)),
                feature(Map.of("highway", "motorway"), line(8.01, 50.02, 8.09, 50.02)));
        assertThat(at(tiles, 8, 8.05, 50.05).get("road")).hasSize(1);
        assertThat(at(tiles, 8, 8.05, 50.05)).doesNotContainKey("building");
        assertThat(at(tiles, 14, 8.0505, 50.0505)).containsKey("building");
    }

    @Test
    void a_building_too_large_to_be_one_is_not_drawn() {
        var tiles = tiles(feature(Map.of("building", "yes"), square(8.02, 50.02, 0.05)));
        assertThat(tiles).isEmpty();
    }

    @Test
    void rings_turn_as_the_format_wants_and_a_hole_stays_a_hole() {
        var lake = square(8.02, 50.02, 0.02).difference(square(8.025, 50.025, 0.01));
        var tiles = tiles(feature(Map.of("natural", "water"), lake));
        var water = at(tiles, 12, 8.03, 50.03).get("water").getFirst();
        assertThat(water.type()).isEqualTo(3);
        assertThat(water.parts()).hasSize(2);
        assertThat(area(water.parts().get(0))).isPositive();
        assertThat(area(water.parts().get(1))).isNegative();
    }

    @Test
    void the_sea_lies_on_the_right_of_the_coast() {
        // The coast goes north: the sea is in the east.
        var tiles = tiles(feature(Map.of("natural", "coastline"), line(8.05, 49.9, 8.05, 50.2)));
        assertThat(at(tiles, 14, 8.08, 50.05)).containsKey("water");
        assertThat(tiles.get(id(14, 8.02, 50.05))).isNull();

        // An island turns left, and a coast that ends inside the map is led to its edge.
        var pieces = new Sea(
                        TOWN,
                        List.of(
                                line(8.02, 50.02, 8.04, 50.02, 8.04, 50.04, 8.02, 50.04, 8.02, 50.02),
                                line(8.06, 50.01, 8.06, 50.09)))
                .pieces();
        assertThat(holds(pieces, 8.03, 50.03)).isFalse();
        assertThat(holds(pieces, 8.08, 50.05)).isTrue();
    }

    @Test
    void no_tile_is_missing_and_every_step_stays_near_its_tile() {
        var random = new Random(5);
        var features = new Feature[300];
        for (var i = 0; i < features.length; i++) {
            var x = 8 + random.nextDouble() / 10;
            var y = 50 + random.nextDouble() / 10;
            features[i] = switch (i % 3) {
                case 0 -> feature(Map.of("natural", "water"), square(x, y, random.nextDouble() / 20));
                case 1 -> feature(Map.of("highway", "primary"), line(x, y, 8 + random.nextDouble() / 10, 50.05));
                default ->
                    feature(Map.of("amenity", "police", "name", "P" + i), GEOMETRY.createPoint(new Coordinate(x, y)));
            };
        }
        var tiles = tiles(features);
        var policeAt14 = 0;
        for (var tile : tiles.entrySet()) {
            var layers = MvtReader.read(tile.getValue());
            policeAt14 += tile.getKey().zoom() == 14
                    ? layers.getOrDefault("poi", List.of()).size()
                    : 0;
            layers.values().stream()
                    .flatMap(List::stream)
                    .flatMap(feature -> feature.parts().stream())
                    .flatMap(List::stream)
                    .forEach(step -> assertThat(step).isBetween(-Clip.MARGIN - 1, MvtWriter.EXTENT + Clip.MARGIN + 1));
        }
        assertThat(policeAt14).isEqualTo(100);
    }

    private static Map<TileId, byte[]> tiles(Feature... features) {
        var tiles = new HashMap<TileId, byte[]>();
        new TileMaker(new Extract(List.of(features), TOWN)).makeAll(tiles::put);
        return tiles;
    }

    private static Map<String, List<MvtReader.Feature>> at(Map<TileId, byte[]> tiles, int zoom, double x, double y) {
        return MvtReader.read(tiles.get(id(zoom, x, y)));
    }

    private static TileId id(int zoom, double longitude, double latitude) {
        var tiles = 1 << zoom;
        return new TileId(zoom, (int) (Mercator.x(longitude) * tiles), (int) (Mercator.y(latitude) * tiles));
    }

    private static int y(int zoom, double latitude) {
        var y = Mercator.y(latitude) * (1 << zoom);
        return (int) Math.round((y - Math.floor(y)) * MvtWriter.EXTENT);
    }

    private static Feature feature(Map<String, String> tags, Geometry geometry) {
        return new Feature(tags, geometry, new long[0]);
    }

    private static LineString line(double... degrees) {
        var points = new Coordinate[degrees.length / 2];
        for (var i = 0; i < points.length; i++) {
            points[i] = new Coordinate(degrees[2 * i], degrees[2 * i + 1]);
        }
        return GEOMETRY.createLineString(points);
    }

    private static Geometry square(double x, double y, double side) {
        return GEOMETRY.toGeometry(new Envelope(x, x + side, y, y + side));
    }

    private static boolean holds(List<Geometry> pieces, double x, double y) {
        var point = GEOMETRY.createPoint(new Coordinate(x, y));
        return pieces.stream().anyMatch(piece -> piece.contains(point));
    }

    /** The surveyor's formula, y downwards. */
    private static long area(List<Integer> ring) {
        long twice = 0;
        for (var i = 0; i < ring.size(); i += 2) {
            var next = (i + 2) % ring.size();
            twice += (long) ring.get(i) * ring.get(next + 1) - (long) ring.get(next) * ring.get(i + 1);
        }
        return twice;
    }
}
