package org.openbeat.engine.city;

import java.util.List;

/** The land between streets; building lines lie behind the pavement of each street around it. */
record Block(Face face, List<Point> ring, Quarter quarter, double area) {

    /** Whether a footprint lies on the block and keeps its distance, in metres, from every street around it. */
    boolean holds(List<Point> footprint, double distance) {
        for (int i = 0; i < footprint.size(); i++) {
            Point corner = footprint.get(i);
            Point between = corner.towards(footprint.get((i + 1) % footprint.size()), 0.5);
            if (!Polygons.contains(ring, corner) || !clear(corner, distance) || !clear(between, distance)) {
                return false;
            }
        }
        return true;
    }

    private boolean clear(Point p, double distance) {
        for (Edge edge : face.edges()) {
            if (p.distanceToSegment(edge.from.at, edge.to.at) < edge.street.kind.halfWidth + distance) {
                return false;
            }
        }
        return true;
    }
}
