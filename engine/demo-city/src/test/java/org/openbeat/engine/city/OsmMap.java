package org.openbeat.engine.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** A map read back from its XML by another parser than the writer's. */
record OsmMap(Set<Long> nodes, List<Way> ways) {
    private static final Set<String> NOT_FOR_CARS = Set.of("pedestrian", "footway");

    record Way(List<Long> refs, Map<String, String> tags) {
        @Nullable
        String tag(String key) {
            return tags.get(key);
        }

        boolean drivable() {
            return !NOT_FOR_CARS.contains(tags.get("highway"));
        }

        void link(Map<Long, List<Long>> forward, Map<Long, List<Long>> backward) {
            for (int i = 1; i < refs.size(); i++) {
                link(refs.get(i - 1), refs.get(i), forward, backward);
                if (!tags.containsKey("oneway")) {
                    link(refs.get(i), refs.get(i - 1), forward, backward);
                }
            }
        }

        private static void link(Long from, Long to, Map<Long, List<Long>> forward, Map<Long, List<Long>> backward) {
            forward.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
            backward.computeIfAbsent(to, key -> new ArrayList<>()).add(from);
        }
    }

    static OsmMap read(InputStream in) throws Exception {
        Reading reading = new Reading();
        SAXParserFactory.newDefaultInstance().newSAXParser().parse(in, reading);
        return new OsmMap(reading.nodes, reading.ways);
    }

    private static final class Reading extends DefaultHandler {
        private final Set<Long> nodes = new HashSet<>();
        private final List<Way> ways = new ArrayList<>();
        private Map<String, String> tags = new HashMap<>();

        @Override
        public void startElement(String uri, String local, String element, Attributes values) {
            switch (element) {
                case "node" -> begin(nodes.add(Long.valueOf(values.getValue("id"))));
                case "way" -> {
                    begin(true);
                    ways.add(new Way(new ArrayList<>(), tags));
                }
                case "nd" -> refer(Long.valueOf(values.getValue("ref")));
                case "tag" -> tags.put(values.getValue("k"), values.getValue("v"));
                default -> begin(true);
            }
        }

        private void begin(boolean isNew) {
            assertThat(isNew).isTrue();
            tags = new HashMap<>();
        }

        private void refer(Long ref) {
            assertThat(nodes.contains(ref)).isTrue();
            ways.getLast().refs().add(ref);
        }
    }

    List<Way> streets() {
        return ways.stream()
                .filter(way -> way.tags().containsKey("highway") && !way.tags().containsKey("area"))
                .toList();
    }

    long count(String key, String value) {
        return ways.stream().filter(way -> value.equals(way.tag(key))).count();
    }
}
