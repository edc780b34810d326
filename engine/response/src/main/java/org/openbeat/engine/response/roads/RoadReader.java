package org.openbeat.engine.response.roads;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.BusAccess;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openbeat.engine.response.Profile;
import org.openbeat.engine.response.RoadClass;
import org.openbeat.engine.response.roads.RoadGraph.NoTurn;
import org.openbeat.engine.response.roads.RoadGraph.Stretches;

/** Reads from GraphHopper's graph what a profile may drive on, and how fast. */
final class RoadReader {
    /** km/h where a way that the profile may use has no usual speed of a car. */
    private static final double USUAL_SPEED = 30;

    private final BaseGraph graph;
    private final Profile profile;
    private final BooleanEncodedValue carMay;
    private final BooleanEncodedValue busMay;
    private final DecimalEncodedValue carSpeed;
    private final EnumEncodedValue<com.graphhopper.routing.ev.RoadClass> highway;
    private final EnumEncodedValue<RoadEnvironment> environment;
    private final IntEncodedValue way;
    private final BooleanEncodedValue noTurn;
    /** By number of the stretch, and by number of the edge; -1 for edges that nobody of the profile may drive. */
    private int[] edgeOf = new int[0];

    private int[] stretchOf = new int[0];

    RoadReader(GraphHopper map, Profile profile) {
        this.graph = map.getBaseGraph();
        this.profile = profile;
        var values = map.getEncodingManager();
        carMay = values.getBooleanEncodedValue(VehicleAccess.key(MapImport.PROFILE));
        busMay = values.getBooleanEncodedValue(BusAccess.KEY);
        carSpeed = values.getDecimalEncodedValue(VehicleSpeed.key(MapImport.PROFILE));
        highway = values.getEnumEncodedValue(
                com.graphhopper.routing.ev.RoadClass.KEY, com.graphhopper.routing.ev.RoadClass.class);
        environment = values.getEnumEncodedValue(RoadEnvironment.KEY, RoadEnvironment.class);
        way = values.getIntEncodedValue(OSMWayID.KEY);
        noTurn = values.getTurnBooleanEncodedValue(TurnRestriction.key(MapImport.PROFILE));
    }

    RoadGraph read() {
        var edges = graph.getAllEdges();
        stretchOf = new int[edges.length()];
        edgeOf = new int[edges.length()];
        var along = new int[edges.length()];
        var back = new int[edges.length()];
        var count = 0;
        while (edges.next()) {
            along[count] = millis(edges, false);
            back[count] = millis(edges, true);
            var driven = along[count] != RoadGraph.CLOSED || back[count] != RoadGraph.CLOSED;
            stretchOf[edges.getEdge()] = driven ? count : -1;
            edgeOf[count] = edges.getEdge();
            count += driven ? 1 : 0;
        }
        edgeOf = Arrays.copyOf(edgeOf, count);
        if (count == edges.length()) {
            stretchOf = edgeOf; // every edge is a stretch of the same number: one array serves both ways
        }
        return numbered(Arrays.copyOf(along, count), Arrays.copyOf(back, count));
    }

    /** Junctions keep the order of GraphHopper's nodes, which follows a curve over the map; others are left out. */
    private RoadGraph numbered(int[] along, int[] back) {
        var base = new int[edgeOf.length];
        var far = new int[edgeOf.length];
        var centimetres = new int[edgeOf.length];
        var roadClass = new byte[edgeOf.length];
        for (var stretch = 0; stretch < edgeOf.length; stretch++) {
            var edge = edge(stretch);
            base[stretch] = edge.getBaseNode();
            far[stretch] = edge.getAdjNode();
            centimetres[stretch] = (int) Math.round(edge.getDistance() * 100);
            roadClass[stretch] = (byte) roadClass(edge).ordinal();
        }
        var number = new int[graph.getNodes()];
        for (var stretch = 0; stretch < edgeOf.length; stretch++) {
            number[base[stretch]] = 1;
            number[far[stretch]] = 1;
        }
        var junctions = 0;
        for (var node = 0; node < number.length; node++) {
            number[node] = number[node] == 0 ? -1 : junctions++;
        }
        Arrays.setAll(base, stretch -> number[base[stretch]]);
        Arrays.setAll(far, stretch -> number[far[stretch]]);
        var stretches = new Stretches(base, far, along, back, centimetres, roadClass);
        var noTurns = profile.turnRestrictions() ? noTurns(number, stretches) : List.<NoTurn>of();
        return new RoadGraph(junctions, stretches, noTurns, twins(noTurns));
    }

    private EdgeIteratorState edge(int stretch) {
        return graph.getEdgeIteratorState(edgeOf[stretch], Integer.MIN_VALUE);
    }

    private List<NoTurn> noTurns(int[] number, Stretches stretches) {
        var noTurns = new ArrayList<NoTurn>();
        var turns = graph.getTurnCostStorage().getAllTurnCosts();
        while (turns.next()) {
            var in = stretchOf[turns.getFromEdge()];
            var out = stretchOf[turns.getToEdge()];
            if (!turns.get(noTurn) || in < 0 || out < 0) {
                continue;
            }
            var via = number[turns.getViaNode()];
            for (var inKey = 2 * in; inKey <= 2 * in + 1; inKey++) {
                for (var outKey = 2 * out; outKey <= 2 * out + 1; outKey++) {
                    if (head(stretches, inKey) == via && head(stretches, outKey ^ 1) == via) {
                        noTurns.add(new NoTurn(inKey, outKey));
                    }
                }
            }
        }
        return noTurns;
    }

    private static int head(Stretches stretches, int key) {
        return key % 2 == 0 ? stretches.far()[key / 2] : stretches.base()[key / 2];
    }

    /** Where a forbidden turn spans several ways, the import doubles the ways between; the doubles are one road. */
    private Map<Integer, List<Integer>> twins(List<NoTurn> noTurns) {
        var twins = new HashMap<Integer, List<Integer>>();
        var explorer = graph.createEdgeExplorer();
        noTurns.stream()
                .flatMap(turn -> List.of(turn.in() / 2, turn.out() / 2).stream())
                .distinct()
                .forEach(stretch -> {
                    var same = new ArrayList<Integer>();
                    graph.forEdgeAndCopiesOfEdge(explorer, edge(stretch), copy -> same.add(stretchOf[copy.getEdge()]));
                    if (same.size() > 1) {
                        var sorted = same.stream().distinct().sorted().toList();
                        sorted.forEach(each -> twins.put(each, sorted));
                    }
                });
        return twins;
    }

    private int millis(EdgeIteratorState edge, boolean back) {
        var speed = speed(edge, back);
        return speed <= 0
                ? RoadGraph.CLOSED
                : (int) Math.min(Packed.MOST_MILLIS, Math.round(edge.getDistance() / speed * 3.6 * 1000));
    }

    /** km/h, 0 where the profile may not drive. */
    private double speed(EdgeIteratorState edge, boolean back) {
        if (may(carMay, edge, back)) {
            var usual = back ? edge.getReverse(carSpeed) : edge.get(carSpeed);
            return usual <= 0 ? 0 : profile.speeds().getOrDefault(roadClass(edge), usual);
        }
        if (edge.get(highway) == com.graphhopper.routing.ev.RoadClass.PEDESTRIAN && !may(carMay, edge, !back)) {
            return profile.pedestrianSpeed();
        }
        if (profile.busLanes() && may(busMay, edge, back)) {
            var usual = back ? edge.getReverse(carSpeed) : edge.get(carSpeed);
            return profile.speeds().getOrDefault(roadClass(edge), usual <= 0 ? USUAL_SPEED : usual);
        }
        var oneWay = may(carMay, edge, !back);
        return oneWay && profile.contraflow().contains((long) edge.get(way)) ? profile.contraflowSpeed() : 0;
    }

    private static boolean may(BooleanEncodedValue who, EdgeIteratorState edge, boolean back) {
        return back ? edge.getReverse(who) : edge.get(who);
    }

    private RoadClass roadClass(EdgeIteratorState edge) {
        if (edge.get(environment) == RoadEnvironment.FERRY) {
            return RoadClass.FERRY;
        }
        return switch (edge.get(highway)) {
            case MOTORWAY -> RoadClass.MOTORWAY;
            case TRUNK -> RoadClass.TRUNK;
            case PRIMARY -> RoadClass.PRIMARY;
            case SECONDARY -> RoadClass.SECONDARY;
            case TERTIARY -> RoadClass.TERTIARY;
            case RESIDENTIAL, UNCLASSIFIED -> RoadClass.RESIDENTIAL;
            case LIVING_STREET -> RoadClass.LIVING_STREET;
            case SERVICE -> RoadClass.SERVICE;
            case PEDESTRIAN -> RoadClass.PEDESTRIAN;
            case BUSWAY -> RoadClass.BUSWAY;
            default -> RoadClass.OTHER;
        };
    }

    /** GraphHopper's number of each stretch. */
    int[] edgeOf() {
        return edgeOf;
    }

    /** The stretch of each edge of GraphHopper, or -1. */
    int[] stretchOf() {
        return stretchOf;
    }
}
