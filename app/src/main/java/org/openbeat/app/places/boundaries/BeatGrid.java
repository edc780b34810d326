package org.openbeat.app.places.boundaries;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.GeoBounds;

/** Beats for a map that came without any: squares of about two kilometres, to begin with until real ones are drawn. */
public final class BeatGrid {
    /** What the record says of where such boundaries come from. */
    public static final String SOURCE = "grid";

    private static final double SIDE_METRES = 2_000;
    private static final int MOST = 8;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private BeatGrid() {}

    /** The whole rectangle as jurisdiction, and beats A1, A2, … from the north-west. */
    public static List<Area> over(GeoBounds bounds, String name, AgencyId agency) {
        var rows = count(
                new GeoPoint(bounds.south(), bounds.west()).metresTo(new GeoPoint(bounds.north(), bounds.west())));
        var columns = count(new GeoPoint(bounds.centre().latitude(), bounds.west())
                .metresTo(new GeoPoint(bounds.centre().latitude(), bounds.east())));
        var areas = new ArrayList<Area>();
        areas.add(new Area(
                Area.Kind.JURISDICTION,
                "all",
                name,
                null,
                agency,
                null,
                square(bounds.west(), bounds.south(), bounds.east(), bounds.north())));
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                areas.add(beat(bounds, agency, row, rows, column, columns));
            }
        }
        return areas;
    }

    private static int count(double metres) {
        return (int) Math.clamp(Math.round(metres / SIDE_METRES), 1, MOST);
    }

    private static Area beat(GeoBounds bounds, AgencyId agency, int row, int rows, int column, int columns) {
        var height = (bounds.north() - bounds.south()) / rows;
        var width = (bounds.east() - bounds.west()) / columns;
        var north = bounds.north() - row * height;
        var west = bounds.west() + column * width;
        var code = "%c%d".formatted('A' + row, column + 1);
        var outline = square(west, north - height, west + width, north);
        return new Area(Area.Kind.BEAT, code, code, null, agency, null, outline);
    }

    private static Geometry square(double west, double south, double east, double north) {
        return GEOMETRY.toGeometry(new Envelope(west, east, south, north));
    }
}
