package org.openbeat.engine.city;

/**
 * A place that people know by name.
 *
 * @param kind the OpenStreetMap tag that says what it is, such as {@code amenity=police}
 */
public record Landmark(String kind, String name, String nameZh, GeoPosition position) {}
