package org.openbeat.app.places.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.openbeat.app.places.extract.Extract;

/** Makes every tile of an extract, zoom by zoom: what is drawn is scaled and simplified once a zoom, then cut. */
final class TileMaker {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    /** Areas smaller than this in both directions are not drawn: two pixels. */
    private static final double SMALLEST = 16;

    private final List<Drawn> drawn = new ArrayList<>();
    private final Envelope world;

    TileMaker(Extract extract) {
        var area = extract.area();
        this.world = new Envelope(
                Mercator.x(area.getMinX()),
                Mercator.x(area.getMaxX()),
                Mercator.y(area.getMaxY()),
                Mercator.y(area.getMinY()));
        addSea(extract);
        var lines = new LinkedHashMap<Drawn, LineMerger>();
        for (var feature : extract.features()) {
            for (var each : Layers.of(feature)) {
                if (each.shape().type() == Shape.Type.LINE) {
                    merge(lines, each);
                } else {
                    drawn.add(each);
                }
            }
        }
        lines.forEach(this::addMerged);
    }

    private void addSea(Extract extract) {
        var coasts = extract.features().stream()
                .filter(feature -> feature.is("natural", "coastline") && feature.geometry() instanceof LineString)
                .map(feature -> (LineString) feature.geometry())
                .toList();
        for (var piece : new Sea(extract.area(), coasts).pieces()) {
            drawn.add(new Drawn("water", Map.of("kind", "sea"), Shape.of(piece), 0));
        }
    }

    /** Ways that say the same are joined where they meet: fewer pieces, and room for their names. */
    private static void merge(Map<Drawn, LineMerger> lines, Drawn each) {
        var alike = new Drawn(each.layer(), each.attributes(), new Shape(Shape.Type.LINE, List.of()), each.fromZoom());
        var merger = lines.computeIfAbsent(alike, any -> new LineMerger());
        each.shape().parts().forEach(part -> merger.add(GEOMETRY.createLineString(part)));
    }

    private void addMerged(Drawn alike, LineMerger merger) {
        for (var merged : merger.getMergedLineStrings()) {
            var parts = List.<Coordinate[]>of(((LineString) merged).getCoordinates());
            drawn.add(
                    new Drawn(alike.layer(), alike.attributes(), new Shape(Shape.Type.LINE, parts), alike.fromZoom()));
        }
    }

    /** Every tile that is not empty, from the widest view to the nearest. */
    void makeAll(BiConsumer<TileId, byte[]> taker) {
        for (var zoom = 0; zoom <= TileId.DEEPEST; zoom++) {
            makeZoom(zoom, taker);
        }
    }

    private record Scaled(Drawn drawn, Shape shape, Envelope box, int order) {}

    private void makeZoom(int zoom, BiConsumer<TileId, byte[]> taker) {
        var tiles = 1 << zoom;
        var index = new STRtree();
        for (var i = 0; i < drawn.size(); i++) {
            var scaled = scaled(drawn.get(i), zoom, i);
            if (scaled != null) {
                index.insert(scaled.box, scaled);
            }
        }
        index.build();
        for (var x = (int) (world.getMinX() * tiles); x <= Math.min(tiles - 1, (int) (world.getMaxX() * tiles)); x++) {
            for (var y = (int) (world.getMinY() * tiles);
                    y <= Math.min(tiles - 1, (int) (world.getMaxY() * tiles));
                    y++) {
                var tile = make(index, x, y);
                if (!tile.isEmpty()) {
                    taker.accept(new TileId(zoom, x, y), tile.toByteArray());
                }
            }
        }
    }

    private static @Nullable Scaled scaled(Drawn each, int zoom, int order) {
        if (each.fromZoom() > zoom) {
            return null;
        }
        var factor = (double) MvtWriter.EXTENT * (1 << zoom);
        // Half a pixel; at the deepest zoom nothing, since it is drawn larger still.
        var tolerance = zoom == TileId.DEEPEST ? 0 : 4.0;
        var box = new Envelope();
        var parts = new ArrayList<Coordinate[]>();
        for (var part : each.shape().parts()) {
            var scaled = Arrays.stream(part)
                    .map(at -> new Coordinate(at.x * factor, at.y * factor))
                    .toArray(Coordinate[]::new);
            Arrays.stream(scaled).forEach(box::expandToInclude);
            parts.add(tolerance == 0 || scaled.length < 3 ? scaled : simplified(scaled, tolerance));
        }
        var tiny = each.shape().type() == Shape.Type.AREA && box.getWidth() < SMALLEST && box.getHeight() < SMALLEST;
        return tiny && zoom < TileId.DEEPEST
                ? null
                : new Scaled(each, new Shape(each.shape().type(), parts), box, order);
    }

    private static Coordinate[] simplified(Coordinate[] line, double tolerance) {
        var simplifier = new DouglasPeuckerSimplifier(GEOMETRY.createLineString(line));
        simplifier.setDistanceTolerance(tolerance);
        simplifier.setEnsureValid(false);
        return simplifier.getResultGeometry().getCoordinates();
    }

    private static MvtWriter make(STRtree index, int x, int y) {
        var clip = new Clip(x, y);
        @SuppressWarnings("unchecked")
        List<Scaled> near = index.query(clip.box());
        near.sort((a, b) -> Integer.compare(a.order, b.order));
        var tile = new MvtWriter();
        for (var each : near) {
            var parts = clip.cut(each.shape, clip.box().contains(each.box));
            if (!parts.isEmpty()) {
                tile.add(each.drawn.layer(), each.drawn.attributes(), each.shape.type(), parts);
            }
        }
        return tile;
    }
}
