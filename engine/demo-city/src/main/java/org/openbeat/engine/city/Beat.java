package org.openbeat.engine.city;

import java.util.List;

/**
 * The area of a community officer.
 *
 * @param agency the part of the police that answers for it, in a tree: {@code city/central}
 * @param station the police station its crews start from
 * @param outline a ring without its closing repetition, turning to the left
 */
public record Beat(String code, String name, String nameZh, String agency, String station, List<GeoPosition> outline) {

    public Beat {
        outline = List.copyOf(outline);
    }
}
