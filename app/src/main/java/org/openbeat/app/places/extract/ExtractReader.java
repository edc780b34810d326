package org.openbeat.app.places.extract;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Reads a file three times, since not every extract is in order: its relations, to know which ways they are made of;
 * its nodes, to know where those run; then the ways.
 */
public final class ExtractReader {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final long[] NO_NODES = {};

    private final NodePositions nodes = new NodePositions();
    private final List<Feature> features = new ArrayList<>();
    private final Envelope area = new Envelope();
    private final Map<Long, Relation> relations = new HashMap<>();
    private final Set<Long> members = new HashSet<>();
    private final Map<Long, Geometry> memberLines = new HashMap<>();

    private record Relation(Map<String, String> tags, List<Long> outer, List<Long> inner) {}

    private ExtractReader() {}

    /**
     * Reads an extract ({@code .osm.pbf}, {@code .osm.gz} or {@code .osm}).
     *
     * @throws IOException if the file cannot be read or is no extract
     */
    public static Extract read(Path file) throws IOException {
        var reader = new ExtractReader();
        each(file, new SkipOptions(true, true, false), reader::noteRelation);
        each(file, new SkipOptions(false, true, true), reader::takeNode);
        each(file, new SkipOptions(true, false, true), reader::takeWay);
        reader.assembleRelations();
        if (reader.features.isEmpty() || reader.area.isNull()) {
            throw new IOException("The file %s holds nothing that belongs on a map.".formatted(file.getFileName()));
        }
        return new Extract(reader.features, reader.area);
    }

    private static void each(Path file, SkipOptions skip, Consumer<ReaderElement> taker) throws IOException {
        try (var in = new OSMInputFile(file.toFile())
                .setWorkerThreads(1)
                .setSkipOptions(skip)
                .open()) {
            for (var element = in.getNext(); element != null; element = in.getNext()) {
                taker.accept(element);
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new IOException("The file %s is no OpenStreetMap extract.".formatted(file.getFileName()), e);
        }
    }

    private void noteRelation(ReaderElement element) {
        if (!(element instanceof ReaderRelation relation) || !relation.hasTag("type", "multipolygon")) {
            return;
        }
        var tags = Tags.of(relation);
        if (!Tags.areWorthKeeping(tags)) {
            return;
        }
        var outer = new ArrayList<Long>();
        var inner = new ArrayList<Long>();
        for (var member : relation.getMembers()) {
            if (member.getType() == ReaderElement.Type.WAY) {
                ("inner".equals(member.getRole()) ? inner : outer).add(member.getRef());
                members.add(member.getRef());
            }
        }
        relations.put(relation.getId(), new Relation(tags, outer, inner));
    }

    private void takeNode(ReaderElement element) {
        if (!(element instanceof ReaderNode node)) {
            return;
        }
        nodes.add(node.getId(), node.getLat(), node.getLon());
        area.expandToInclude(node.getLon(), node.getLat());
        var tags = Tags.of(node);
        if (Tags.areWorthKeeping(tags)) {
            features.add(new Feature(
                    tags, GEOMETRY.createPoint(new Coordinate(node.getLon(), node.getLat())), new long[] {node.getId()
                    }));
        }
    }

    private void takeWay(ReaderElement element) {
        if (element instanceof ReaderWay way) {
            takeWay(way);
        }
    }

    private void takeWay(ReaderWay way) {
        var tags = Tags.of(way);
        var worth = Tags.areWorthKeeping(tags);
        if (!worth && !members.contains(way.getId())) {
            return;
        }
        var ids = way.getNodes().toArray();
        var line = new ArrayList<Coordinate>();
        var known = new long[ids.length];
        for (var id : ids) {
            var at = nodes.find(id);
            if (at != null && (line.isEmpty() || !line.getLast().equals2D(at))) {
                known[line.size()] = id;
                line.add(at);
            }
        }
        if (line.size() < 2) {
            return;
        }
        var points = line.toArray(Coordinate[]::new);
        if (members.contains(way.getId())) {
            memberLines.put(way.getId(), GEOMETRY.createLineString(points));
        }
        if (worth) {
            features.add(new Feature(tags, shape(points, tags), Arrays.copyOf(known, points.length)));
        }
    }

    private static Geometry shape(Coordinate[] points, Map<String, String> tags) {
        var closed = points.length > 3 && points[0].equals2D(points[points.length - 1]);
        return closed && Tags.meanArea(tags) ? GEOMETRY.createPolygon(points) : GEOMETRY.createLineString(points);
    }

    private void assembleRelations() {
        for (var relation : relations.values()) {
            var area = Areas.assemble(lines(relation.outer), lines(relation.inner));
            if (!area.isEmpty()) {
                features.add(new Feature(relation.tags, area, NO_NODES));
            }
        }
    }

    private List<Geometry> lines(List<Long> ways) {
        return ways.stream()
                .filter(memberLines::containsKey)
                .map(memberLines::get)
                .toList();
    }
}
