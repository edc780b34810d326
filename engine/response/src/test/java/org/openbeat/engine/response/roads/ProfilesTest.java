package org.openbeat.engine.response.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.engine.response.Area;
import org.openbeat.engine.response.Conditions;
import org.openbeat.engine.response.HourOfWeek;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.Profile;
import org.openbeat.engine.response.RoadClass;
import org.openbeat.engine.response.RoadNetwork;

/** Who may drive where, on a square of streets whose sides are 715 m (west to east) and 556 m (south to north). */
class ProfilesTest {
    private static final Point SOUTH_WEST = new Point(50.000, 8.0005);
    private static final Point SOUTH_EAST = new Point(50.000, 8.0095);

    @TempDir
    private Path folder;

    private Path osm;

    /** The way along the south: what kind of street it is, and relations. */
    private void town(String southTags, String relations) throws IOException {
        osm = Files.writeString(folder.resolve("town.osm"), """
                <?xml version="1.0"?>
                <osm version="0.6">
                  <node id="1" lat="50.000" lon="8.000"/>
                  <node id="2" lat="50.000" lon="8.010"/>
                  <node id="3" lat="50.005" lon="8.010"/>
                  <node id="4" lat="50.005" lon="8.000"/>
                  <node id="5" lat="50.000" lon="8.0005"/>
                  <node id="6" lat="50.000" lon="8.0095"/>
                  <node id="7" lat="49.997" lon="8.010"/>
                  <way id="11"><nd ref="5"/><nd ref="6"/>%s</way>
                  <way id="12"><nd ref="6"/><nd ref="2"/><tag k="highway" v="residential"/></way>
                  <way id="13"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/><tag k="highway" v="residential"/></way>
                  <way id="14"><nd ref="1"/><nd ref="5"/><tag k="highway" v="residential"/></way>
                  <way id="15"><nd ref="2"/><nd ref="7"/><tag k="highway" v="residential"/></way>
                  %s
                </osm>
                """.formatted(southTags, relations));
    }

    private double metres(Profile profile, Point from, Point to) {
        try (var network = RoadNetwork.open(osm, folder.resolve("roads"), profile)) {
            return network.route(from, to).time().metres();
        }
    }

    @Test
    void a_bus_lane_is_for_the_emergency_profile_and_not_for_a_car() throws IOException {
        town("""
                <tag k="highway" v="service"/><tag k="motor_vehicle" v="no"/><tag k="bus" v="yes"/>""", "");
        assertThat(metres(Profile.emergency(), SOUTH_WEST, SOUTH_EAST)).isBetween(640.0, 650.0);
        assertThat(metres(Profile.car(), SOUTH_WEST, SOUTH_EAST)).isGreaterThan(1800);
    }

    @Test
    void a_pedestrian_zone_is_slow_for_the_emergency_profile_and_closed_to_a_car() throws IOException {
        town("<tag k='highway' v='pedestrian'/>", "");
        try (var network = RoadNetwork.open(osm, folder.resolve("roads"), Profile.emergency())) {
            var time = network.route(new Point(50, 8.002), new Point(50, 8.008)).time();
            assertThat(time.metres() / time.duration().toMillis() * 3600).isBetween(14.9, 15.1);
        }
        assertThat(metres(Profile.car(), SOUTH_WEST, SOUTH_EAST)).isGreaterThan(1800);
    }

    @Test
    void against_a_one_way_street_only_where_that_is_configured() throws IOException {
        town("<tag k='highway' v='residential'/><tag k='oneway' v='yes'/>", "");
        assertThat(metres(Profile.emergency(), SOUTH_WEST, SOUTH_EAST)).isLessThan(650);
        assertThat(metres(Profile.emergency(), SOUTH_EAST, SOUTH_WEST)).isGreaterThan(1800);
        var allowed = Profile.emergency().withContraflow(Set.of(11L), 25);
        assertThat(metres(allowed, SOUTH_EAST, SOUTH_WEST)).isLessThan(650);
        assertThat(metres(Profile.emergency().withContraflow(Set.of(13L), 25), SOUTH_EAST, SOUTH_WEST))
                .isGreaterThan(1800);
    }

    @Test
    void a_forbidden_turn_is_not_taken_unless_the_profile_says_so() throws IOException {
        town("<tag k='highway' v='residential'/>", """
                <relation id="1">
                  <member type="way" ref="12" role="from"/>
                  <member type="node" ref="2" role="via"/>
                  <member type="way" ref="15" role="to"/>
                  <tag k="type" v="restriction"/><tag k="restriction" v="no_right_turn"/>
                </relation>
                """);
        var south = new Point(49.9975, 8.010);
        // Over the crossing, a turn in the road behind it, back, and then the other way round the corner.
        assertThat(metres(Profile.car(), SOUTH_WEST, south)).isGreaterThan(1500);
        var bold = new Profile("bold", false, 0, Set.of(), 0, false, Map.of(), Map.of());
        assertThat(metres(bold, SOUTH_WEST, south)).isBetween(950.0, 970.0);
    }

    @Test
    void the_hour_of_the_week_counts_by_class_of_road() throws IOException {
        town("<tag k='highway' v='residential'/>", "");
        var hours = new ArrayList<>(Collections.nCopies(HourOfWeek.HOURS, 1.0));
        hours.set(8, 3.0);
        var profile = Profile.car().withTimeFactors(Map.of(RoadClass.RESIDENTIAL, hours));
        try (var network = RoadNetwork.open(osm, folder.resolve("roads"), profile)) {
            var usual = network.route(SOUTH_WEST, SOUTH_EAST).time().duration();
            network.use(new Conditions(List.of(), List.of(), new HourOfWeek(8)));
            assertThat(network.route(SOUTH_WEST, SOUTH_EAST).time().duration().toMillis())
                    .isBetween(3 * usual.toMillis() - 10, 3 * usual.toMillis() + 10);
            network.use(new Conditions(List.of(), List.of(), new HourOfWeek(9)));
            assertThat(network.route(SOUTH_WEST, SOUTH_EAST).time().duration()).isEqualTo(usual);
        }
    }

    @Test
    void a_circle_in_the_middle_of_a_street_closes_it_and_no_other() throws IOException {
        town("<tag k='highway' v='residential'/>", "");
        try (var network = RoadNetwork.open(osm, folder.resolve("roads"))) {
            var west = new Point(50, 7.99999);
            var circle = new Area.Circle(new Point(50.000, 8.005), 20);
            network.use(new Conditions(List.of(new Conditions.Closure(circle)), List.of(), null));
            assertThat(network.route(west, SOUTH_EAST).time().metres()).isBetween(1850.0, 1900.0);
        }
    }
}
