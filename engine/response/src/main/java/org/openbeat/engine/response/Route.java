package org.openbeat.engine.response;

import java.util.List;

/** One way from a place to another with its line for the map, from the start to the end. */
public record Route(TravelTime time, List<Point> line) {
    public Route {
        line = List.copyOf(line);
    }
}
