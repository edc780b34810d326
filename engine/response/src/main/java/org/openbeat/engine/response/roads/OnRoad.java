package org.openbeat.engine.response.roads;

/**
 * A place on a stretch of road.
 *
 * @param fraction how far along the stretch, from its base (0) to its far end (1)
 * @param metresAway how far the point was that this place stands for
 */
record OnRoad(int stretch, double fraction, double metresAway) {}
