package org.openbeat.bench;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.DijkstraOneToMany;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import java.nio.file.Path;
import org.openbeat.engine.response.Point;

/** GraphHopper's own searches on the same map, asked from crossing to crossing so that finding the road is not counted. */
final class GraphHopperPeer implements AutoCloseable {
    private static final String PROFILE = "car";

    private final GraphHopper hopper;
    private final Weighting weighting;
    private final EdgeFilter drivable;

    private GraphHopperPeer(GraphHopper hopper) {
        this.hopper = hopper;
        this.weighting = hopper.createWeighting(hopper.getProfile(PROFILE), new PMap());
        var island = hopper.getEncodingManager().getBooleanEncodedValue("car_subnetwork");
        this.drivable = new DefaultSnapFilter(weighting, island);
    }

    /** With its contraction hierarchy. */
    static GraphHopperPeer open(Path osm, Path folder) {
        var hopper = configured(osm, folder);
        hopper.getCHPreparationHandler().setCHProfiles(new CHProfile(PROFILE));
        return new GraphHopperPeer(hopper.importOrLoad());
    }

    /** Its bare import: graph and index of places, no hierarchy. */
    static void importBare(Path osm, Path folder) {
        configured(osm, folder).importOrLoad().close();
    }

    private static GraphHopper configured(Path osm, Path folder) {
        var fastest = new CustomModel()
                .setDistanceInfluence(0.0)
                .addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"))
                .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"));
        return new GraphHopper()
                .setOSMFile(osm.toString())
                .setGraphHopperLocation(folder.toString())
                .setEncodedValuesString("car_access, car_average_speed")
                .setProfiles(new Profile(PROFILE).setCustomModel(fastest));
    }

    int crossings() {
        return hopper.getBaseGraph().getNodes();
    }

    Point crossing(int node) {
        var nodes = hopper.getBaseGraph().getNodeAccess();
        return new Point(nodes.getLat(node), nodes.getLon(node));
    }

    /** The crossing at a place. */
    int node(Point at) {
        return hopper.getLocationIndex()
                .findClosest(at.latitude(), at.longitude(), drivable)
                .getClosestNode();
    }

    /** From one crossing to many; seconds, infinite where there is no way. */
    double[] oneToMany(int from, int[] to) {
        var search = new DijkstraOneToMany(hopper.getBaseGraph(), weighting, TraversalMode.NODE_BASED);
        var seconds = new double[to.length];
        for (var i = 0; i < to.length; i++) {
            var found = search.findEndNode(from, to[i]);
            seconds[i] = found == to[i] ? search.getWeight(found) : Double.POSITIVE_INFINITY;
        }
        search.close();
        return seconds;
    }

    /** The hierarchy asked once for each; the sum of the times in milliseconds. */
    double[] routerFromEach(int[] from, int to) {
        var graph = hopper.getCHGraphs().get(PROFILE);
        var factory = new CHRoutingAlgorithmFactory(graph);
        var seconds = new double[from.length];
        for (var i = 0; i < from.length; i++) {
            var path = factory.createAlgo(new PMap()).calcPath(from[i], to);
            seconds[i] = path.isFound() ? path.getTime() / 1000.0 : Double.POSITIVE_INFINITY;
        }
        return seconds;
    }

    @Override
    public void close() {
        hopper.close();
    }
}
