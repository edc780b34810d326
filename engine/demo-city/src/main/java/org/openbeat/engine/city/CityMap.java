package org.openbeat.engine.city;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Turns the finished draft into nodes and ways. */
final class CityMap {
    private final Draft draft;
    private final Map<Node, Long> numbers = new LinkedHashMap<>();

    CityMap(Draft draft) {
        this.draft = draft;
        for (Chain chain : draft.chains) {
            chain.nodes().forEach(node -> numbers.computeIfAbsent(node, key -> numbers.size() + 1L));
        }
    }

    void write(OutputStream out) throws XMLStreamException {
        OsmXml xml = new OsmXml(out, new Projection(draft.plan));
        xml.begin(draft.jurisdiction);
        for (Node node : numbers.keySet()) {
            xml.node(node.at, crossingTags(node));
        }
        List<Area> areas = areas();
        for (Area area : areas) {
            for (Point p : area.line()) {
                xml.node(p, Map.of());
            }
        }
        for (Shops.Shop shop : draft.points) {
            xml.node(shop.at(), shop.tags());
        }
        writeWays(xml, areas);
        xml.finish();
    }

    private void writeWays(OsmXml xml, List<Area> areas) throws XMLStreamException {
        for (Chain chain : draft.chains) {
            writeStreet(xml, chain);
        }
        long next = numbers.size() + 1L;
        for (Area area : areas) {
            List<Long> refs = new ArrayList<>();
            for (int i = 0; i < area.line().size(); i++) {
                refs.add(next + i);
            }
            if (area.closed()) {
                refs.add(next);
            }
            xml.way(refs, area.tags());
            next += area.line().size();
        }
    }

    private List<Area> areas() {
        List<Area> areas = new ArrayList<>(draft.areas);
        for (Building building : draft.buildings) {
            areas.add(new Area(building.ring, true, BuildingTags.of(building, draft.plan)));
        }
        return areas;
    }

    /** A street becomes one way for each stretch with or without a bridge. */
    private void writeStreet(OsmXml xml, Chain chain) throws XMLStreamException {
        int from = 0;
        for (int i = 1; i <= chain.edges().size(); i++) {
            boolean bridge = chain.edges().get(from).bridge;
            if (i == chain.edges().size() || chain.edges().get(i).bridge != bridge) {
                List<Long> refs = chain.nodes().subList(from, i + 1).stream()
                        .map(node -> numbers.getOrDefault(node, 0L))
                        .toList();
                xml.way(refs, streetTags(chain.street(), bridge));
                from = i;
            }
        }
    }

    private static Map<String, String> streetTags(Street street, boolean bridge) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("highway", street.kind.highway);
        if (street.name != null) {
            tags.put("name", street.name.english());
            if (street.name.chinese() != null) {
                tags.put("name:zh", street.name.chinese());
            }
        }
        if (street.kind.drivable) {
            tags.put("maxspeed", Integer.toString(street.kind.maxSpeed));
        }
        if (street.oneWay && street.kind.drivable) {
            tags.put("oneway", "yes");
        }
        if (bridge) {
            tags.put("bridge", "yes");
            tags.put("layer", "1");
        }
        return tags;
    }

    /** Traffic lights where great roads cross. */
    private static Map<String, String> crossingTags(Node node) {
        long great = node.edges.stream()
                .filter(edge -> edge.street.kind.ordinal() <= StreetKind.SECONDARY.ordinal())
                .map(edge -> edge.street.id)
                .distinct()
                .count();
        boolean rail = node.edges.stream().anyMatch(edge -> edge.street.kind == StreetKind.RAIL);
        return great > 1 && !rail ? Map.of("highway", "traffic_signals") : Map.of();
    }
}
