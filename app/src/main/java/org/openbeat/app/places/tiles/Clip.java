package org.openbeat.app.places.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.operation.overlayng.RingClipper;

/** Cuts shapes to a tile and its margin, and brings them to whole steps. */
final class Clip {
    /** So far beyond its edge a tile still knows its neighbours, so that wide lines and labels join. */
    static final int MARGIN = 80;

    private final double left;
    private final double top;
    private final Envelope box;

    /** For a tile at a zoom; coordinates come in steps of that zoom's whole world. */
    Clip(int x, int y) {
        this.left = (double) x * MvtWriter.EXTENT;
        this.top = (double) y * MvtWriter.EXTENT;
        this.box = new Envelope(
                left - MARGIN, left + MvtWriter.EXTENT + MARGIN, top - MARGIN, top + MvtWriter.EXTENT + MARGIN);
    }

    Envelope box() {
        return box;
    }

    List<int[]> cut(Shape shape, boolean whole) {
        var parts = new ArrayList<int[]>();
        for (var part : shape.parts()) {
            switch (shape.type()) {
                case POINT -> addPoint(parts, part[0]);
                case LINE -> addLine(parts, part, whole);
                case AREA -> addRing(parts, part, whole);
            }
        }
        return parts;
    }

    /** A point belongs to one tile only, or its label would be there twice. */
    private void addPoint(List<int[]> parts, Coordinate point) {
        var inside = point.x >= left
                && point.x < left + MvtWriter.EXTENT
                && point.y >= top
                && point.y < top + MvtWriter.EXTENT;
        if (inside) {
            parts.add(new int[] {(int) (point.x - left), (int) (point.y - top)});
        }
    }

    private void addLine(List<int[]> parts, Coordinate[] line, boolean whole) {
        if (whole) {
            addSteps(parts, Arrays.asList(line), 2);
            return;
        }
        var piece = new ArrayList<Coordinate>();
        for (var i = 1; i < line.length; i++) {
            var inside = segment(line[i - 1], line[i]);
            if (inside == null) {
                addSteps(parts, piece, 2);
                piece.clear();
                continue;
            }
            if (piece.isEmpty() || !piece.getLast().equals2D(inside[0])) {
                addSteps(parts, piece, 2);
                piece.clear();
                piece.add(inside[0]);
            }
            piece.add(inside[1]);
        }
        addSteps(parts, piece, 2);
    }

    /** The part of a segment inside the box (Liang and Barsky's way), or null. */
    private Coordinate @Nullable [] segment(Coordinate from, Coordinate to) {
        var dx = to.x - from.x;
        var dy = to.y - from.y;
        var range = new double[] {0, 1};
        var inside = narrow(range, -dx, from.x - box.getMinX())
                && narrow(range, dx, box.getMaxX() - from.x)
                && narrow(range, -dy, from.y - box.getMinY())
                && narrow(range, dy, box.getMaxY() - from.y);
        if (!inside) {
            return null;
        }
        return new Coordinate[] {
            range[0] == 0 ? from : new Coordinate(from.x + range[0] * dx, from.y + range[0] * dy),
            range[1] == 1 ? to : new Coordinate(from.x + range[1] * dx, from.y + range[1] * dy)
        };
    }

    private static boolean narrow(double[] range, double direction, double distance) {
        if (direction == 0) {
            return distance >= 0;
        }
        var at = distance / direction;
        if (direction < 0) {
            range[0] = Math.max(range[0], at);
        } else {
            range[1] = Math.min(range[1], at);
        }
        return range[0] <= range[1];
    }

    private void addRing(List<int[]> parts, Coordinate[] ring, boolean whole) {
        var clipped = whole ? ring : new RingClipper(box).clip(ring);
        if (clipped.length >= 4) {
            addSteps(parts, Arrays.asList(clipped).subList(0, clipped.length - 1), 3);
        }
    }

    private void addSteps(List<int[]> parts, List<Coordinate> line, int least) {
        var steps = new int[2 * line.size()];
        var size = 0;
        for (var at : line) {
            var x = (int) Math.round(at.x - left);
            var y = (int) Math.round(at.y - top);
            if (size == 0 || steps[size - 2] != x || steps[size - 1] != y) {
                steps[size++] = x;
                steps[size++] = y;
            }
        }
        if (size >= 2 * least) {
            parts.add(Arrays.copyOf(steps, size));
        }
    }
}
