package org.openbeat.engine.response.simulation;

/**
 * So many units that can do this.
 *
 * @param skills bits, as in {@link Fleet}; a unit must have all of them; 0 asks for nothing special
 * @param units how many, at least one
 */
public record Requirement(long skills, int units) {
    public Requirement {
        if (units < 1) {
            throw new IllegalArgumentException("At least one unit, not " + units + ".");
        }
    }
}
