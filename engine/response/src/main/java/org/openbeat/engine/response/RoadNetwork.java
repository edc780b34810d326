package org.openbeat.engine.response;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The roads of an area, and how long it takes to drive over them.
 *
 * <p>Times are exact shortest times of the model: a car at the usual speed of each road, one-way streets, closed roads
 * and ferries respected, turn restrictions and traffic not. What cannot be answered by road is answered by a straight
 * line and says so ({@link TravelTime#provenance()}); no question is left without an answer. Safe for many threads.
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
        return ImportedRoads.open(osm, cache);
    }

    /** No roads at all: every answer is a straight line. */
    static RoadNetwork withoutMap() {
        return new NoRoads();
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

    /** How much road there is. */
    Size size();

    /** Releases the map; answers after that are undefined. */
    @Override
    void close();

    /** Crossings and ends of roads, and stretches of road between them. */
    record Size(int junctions, int stretches) {}
}
