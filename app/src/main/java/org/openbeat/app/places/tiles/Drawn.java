package org.openbeat.app.places.tiles;

import java.util.Map;

/**
 * Something in a layer of the map.
 *
 * @param attributes what the style and the labels need
 * @param fromZoom the smallest zoom at which it is drawn
 */
record Drawn(String layer, Map<String, String> attributes, Shape shape, int fromZoom) {}
