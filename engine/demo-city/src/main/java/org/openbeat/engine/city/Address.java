package org.openbeat.engine.city;

import org.jspecify.annotations.Nullable;

/**
 * The address of a building.
 *
 * @param streetZh the street's name in Simplified Chinese where it has one
 * @param position the middle of the building
 * @param beat the code of the beat it lies in
 */
public record Address(String street, @Nullable String streetZh, String number, GeoPosition position, String beat) {}
