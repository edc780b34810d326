package org.openbeat.engine.response;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openbeat.engine.response.roads.RoadNetworks;

/**
 * The roads of an area, and how long it takes to drive over them.
 *
 * <p>Times are exact shortest times of the model: a {@link Profile} under the {@link Conditions} of the moment, one-way
 * streets, closed roads, forbidden turns and ferries respected. Of several fastest ways the shortest is told. What cannot
 * be answered by road is answered by a straight line and says so ({@link TravelTime#provenance()}); no question is left
 * without an answer. Safe for many threads.
 */
public interface RoadNetwork extends AutoCloseable {

    /**
     * Opens the roads of an OpenStreetMap extract, importing them first when the cache has none of this very file.
     *
     * @param osm the extract, {@code .osm.pbf}, {@code .osm.gz} or {@code .osm}
     * @param cache a folder that we may fill; one sub-folder for each content of the file
     * @throws UnreadableMap if the file is missing, is no extract or has no road
     */
    static RoadNetwork open(Path osm, Path cache) {
        return open(osm, cache, Profile.car());
    }

    /** The same for somebody other than a car that keeps to the rules; all profiles share one import. */
    static RoadNetwork open(Path osm, Path cache, Profile profile) {
        return RoadNetworks.open(osm, cache, profile);
    }

    /** No roads at all: every answer is a straight line. */
    static RoadNetwork withoutMap() {
        return RoadNetworks.withoutMap();
    }

    /**
     * From many places to one, in the order given.
     *
     * @throws IllegalArgumentException if two origins have the same key
     */
    <K> Map<K, TravelTime> travelTimes(List<Origin<K>> origins, Point target);

    /**
     * From the nearest places to one, nearest first; the search stops when {@code count} suitable ones are found, so
     * it is cheap among many. Includes the unsuitable ones met on the way. Those without a road come last.
     */
    <K> Map<K, TravelTime> nearest(List<Origin<K>> origins, Point target, int count, Predicate<K> suitable);

    /** From one place to many, in the order given. */
    <K> Map<K, TravelTime> travelTimesFrom(Point origin, List<Destination<K>> destinations);

    /** The fastest way with its line; for a straight-line answer the line has two points. */
    Route route(Point from, Point to);

    /** An empty fleet on these roads. */
    <K> Fleet<K> fleet();

    /**
     * From now on these conditions hold: questions asked after this returns are answered under them, those under way
     * under the ones before. Takes milliseconds; nothing is imported again.
     */
    void use(Conditions conditions);

    /**
     * Waits until the index for all travel times at once fits the conditions. Nobody needs to: until then, answers are
     * the same and come from a plain search.
     */
    void awaitIndex() throws InterruptedException;

    /** How much road there is. */
    Size size();

    /** What it takes in memory. */
    Footprint footprint();

    /** Releases the map; answers after that are undefined. */
    @Override
    void close();

    /** Crossings and ends of roads, and stretches of road between them. */
    record Size(int junctions, int stretches) {}

    /**
     * Memory in bytes.
     *
     * @param map GraphHopper's graph, lines of roads and index of places
     * @param graph our arrays with the times under the conditions
     * @param index the index for all travel times; 0 while it is made
     * @param oneDirection what a search over every arc in one direction must read at least once; part of the graph
     */
    record Footprint(long map, long graph, long index, long oneDirection) {
        public long total() {
            return map + graph + index;
        }
    }
}
