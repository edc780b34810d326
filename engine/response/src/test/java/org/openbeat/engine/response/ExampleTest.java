package org.openbeat.engine.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README, on a town of three streets. */
class ExampleTest {

    @TempDir
    private Path folder;

    @Test
    void the_example_of_the_readme_runs() throws IOException {
        var osm = Files.writeString(folder.resolve("town.osm"), TOWN);
        var now = Instant.parse("2026-11-25T09:00:00Z");

        // README: begin
        var dog = new Skill("dog");
        var incident = new Point(50.000, 8.010);
        var units = List.of(
                new Candidate<>("u1", new Point(50.000, 8.009), now, Availability.FREE, Set.<Skill>of()),
                new Candidate<>("u2", new Point(50.000, 8.001), now, Availability.FREE, Set.of(dog)),
                new Candidate<>("u3", new Point(50.001, 8.010), now, Availability.UNAVAILABLE, Set.of(dog)));
        try (var network = RoadNetwork.open(osm, folder.resolve("roads"))) {
            var whom = Recommendation.of(network, incident, new Need(Set.of(dog), 1), units, now);
            whom.choices().forEach(choice -> System.out.println(choice.unit() + " " + choice.reasons()));
            assertThat(whom.proposed()).extracting(Choice::unit).containsExactly("u2");
        }
        // README: end
    }

    @Test
    void a_one_way_street_is_driven_round() throws IOException {
        var osm = Files.writeString(folder.resolve("town.osm"), TOWN);
        try (var network = RoadNetwork.open(osm, folder.resolve("roads"))) {
            var west = new Point(50.000, 8.002);
            var east = new Point(50.000, 8.008);
            assertThat(network.route(west, east).time().metres()).isBetween(425.0, 435.0);
            // Back it goes round by the north: 0.014° of longitude and 0.008° of latitude.
            assertThat(network.route(east, west).time().metres()).isBetween(1885.0, 1895.0);
        }
    }

    @Test
    void a_town_whose_relations_stand_before_its_ways_is_driven_the_same() throws IOException {
        var relation = """
                <relation id="1"><member type="way" ref="1" role=""/><tag k="note" v="&lt;a &amp; b&gt;"/></relation>
                <way id="1">""";
        var osm = Files.writeString(folder.resolve("town.osm"), TOWN.replaceFirst("<way id=\"1\">", relation));
        try (var network = RoadNetwork.open(osm, folder.resolve("roads"))) {
            var time = network.route(new Point(50.000, 8.008), new Point(50.000, 8.002))
                    .time();
            assertThat(time.metres()).isBetween(1885.0, 1895.0);
        }
    }

    @Test
    void the_example_in_the_readme_is_the_one_that_runs() throws IOException {
        var source = Files.readString(Path.of("src/test/java/org/openbeat/engine/response/ExampleTest.java"));
        var lines =
                source.substring(source.indexOf("// README: begin\n") + 17, source.indexOf("        // README: end"));
        assertThat(Files.readString(Path.of("README.md"))).contains(lines.indent(-8));
    }

    /** A one-way street eastwards, and a way round to its beginning. */
    private static final String TOWN = """
            <?xml version="1.0"?>
            <osm version="0.6">
              <node id="1" lat="50.000" lon="8.000"/>
              <node id="2" lat="50.000" lon="8.010"/>
              <node id="3" lat="50.004" lon="8.010"/>
              <node id="4" lat="50.004" lon="8.000"/>
              <way id="1">
                <nd ref="1"/><nd ref="2"/>
                <tag k="highway" v="residential"/><tag k="oneway" v="yes"/>
              </way>
              <way id="2">
                <nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
                <tag k="highway" v="residential"/>
              </way>
            </osm>
            """;
}
