package org.openbeat.app.places;

import org.openbeat.app.kernel.GeoPoint;

/**
 * The address or street nearest to a position: approximate and generated, so show the coordinates first and say so.
 *
 * @param label the address, or the street alone where no address is near
 * @param at where that is
 * @param metres how far from the position
 */
public record NearestAddress(String label, GeoPoint at, double metres) {}
