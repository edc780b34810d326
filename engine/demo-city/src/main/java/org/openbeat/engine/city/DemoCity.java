package org.openbeat.engine.city;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLStreamException;

/** A made-up city: a map in OpenStreetMap's own format, beats, addresses and landmarks. */
public final class DemoCity {
    private final Draft draft;
    private final Projection projection;

    private DemoCity(Draft draft) {
        this.draft = draft;
        this.projection = new Projection(draft.plan);
    }

    /** Makes the city that the plan describes; the same plan gives the same city, byte for byte. */
    public static DemoCity generate(CityPlan plan) {
        return new DemoCity(new Draft(plan));
    }

    public CityPlan plan() {
        return draft.plan;
    }

    /**
     * Writes the map as OpenStreetMap XML in UTF-8; the stream stays open.
     *
     * @throws IOException when the stream refuses
     */
    public void writeOsm(OutputStream out) throws IOException {
        try {
            new CityMap(draft).write(out);
        } catch (XMLStreamException e) {
            throw new IOException("The map could not be written.", e);
        }
    }

    /**
     * Writes the map as {@code .osm.gz}; the stream stays open.
     *
     * @throws IOException when the stream refuses
     */
    public void writeOsmGz(OutputStream out) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16);
        writeOsm(gzip);
        gzip.finish();
    }

    /** The beats, in order of their codes; they tile the jurisdiction. */
    public List<Beat> beats() {
        List<Beat> beats = new ArrayList<>();
        draft.beats.forEach((beat, ring) -> beats.add(new Beat(
                beat.code,
                beat.name.english(),
                String.valueOf(beat.name.chinese()),
                beat.station.agency,
                beat.station.name.english(),
                positions(ring))));
        return beats;
    }

    /** The outline of the city: a ring without its closing repetition, turning to the left. */
    public List<GeoPosition> jurisdiction() {
        return positions(draft.jurisdiction);
    }

    /** One {@code jurisdiction} and its {@code beat}s as a GeoJSON feature collection (RFC 7946). */
    public String beatsGeoJson() {
        return AreasGeoJson.write(draft.plan, jurisdiction(), beats());
    }

    /** Every address of the city; empty when the plan has no buildings. */
    public List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        for (Building building : draft.buildings) {
            Edge front = building.front;
            Name street = front == null ? null : front.street.name;
            Optional<BeatPlan> beat = beatAt(building.middle());
            if (street != null && building.number > 0 && beat.isPresent()) {
                addresses.add(new Address(
                        street.english(),
                        street.chinese(),
                        Integer.toString(building.number),
                        projection.position(building.middle()),
                        beat.get().code));
            }
        }
        return addresses;
    }

    /** The streets, to drive on. */
    public CityRoads roads() {
        return new CityRoads(draft.graph, projection);
    }

    /** Buildings, shops and places that have a name of their own. */
    public List<Landmark> landmarks() {
        List<Landmark> landmarks = new ArrayList<>();
        draft.buildings.forEach(building -> add(landmarks, building.tags, building.middle()));
        draft.points.forEach(point -> add(landmarks, point.tags(), point.at()));
        return landmarks;
    }

    private void add(List<Landmark> landmarks, Map<String, String> tags, Point at) {
        String name = tags.get("name");
        if (name != null) {
            String kind = tags.entrySet().stream()
                    .filter(tag ->
                            !tag.getKey().startsWith("name") && !tag.getKey().equals("building"))
                    .map(tag -> tag.getKey() + "=" + tag.getValue())
                    .findFirst()
                    .orElse("building=yes");
            landmarks.add(new Landmark(kind, name, tags.getOrDefault("name:zh", name), projection.position(at)));
        }
    }

    private Optional<BeatPlan> beatAt(Point place) {
        return draft.beats.entrySet().stream()
                .filter(beat -> Polygons.contains(beat.getValue(), place))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<GeoPosition> positions(List<Point> ring) {
        return ring.stream().map(projection::position).toList();
    }

    Draft draft() {
        return draft;
    }
}
