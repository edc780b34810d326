package org.openbeat.app.places.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Puts areas together from the lines of a multipolygon. */
final class Areas {
    private static final Geometry NOTHING = new GeometryFactory().createPolygon();

    private Areas() {}

    /** The area inside the outer lines and outside the inner ones; what is cut at the extract's edge is left out. */
    static Geometry assemble(List<Geometry> outer, List<Geometry> inner) {
        try {
            var whole = filled(outer);
            return whole.isEmpty() || inner.isEmpty() ? whole : whole.difference(filled(inner));
        } catch (TopologyException | IllegalArgumentException e) {
            return NOTHING; // Drawn across itself by whoever drew it: better no lake than a wrong one.
        }
    }

    private static Geometry filled(List<Geometry> lines) {
        var rings = new Polygonizer();
        rings.add(lines);
        @SuppressWarnings("unchecked")
        Collection<Geometry> polygons = rings.getPolygons();
        return polygons.isEmpty() ? NOTHING : UnaryUnionOp.union(new ArrayList<>(polygons));
    }
}
