package org.openbeat.engine.response;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who drives: what they may use and how fast they are there. Data, so that an organisation can state its own rules.
 *
 * <p>The ground is what a car may do: access, one-way streets and the usual speeds of GraphHopper's car (the limit or
 * the usual speed of the class, less a tenth). Turning round at a crossing is allowed and costs nothing.
 *
 * @param name a short word for the profile, of lower-case letters, digits and '-'
 * @param busLanes whether ways and directions for buses alone may be driven
 * @param pedestrianSpeed km/h in pedestrian zones that are closed to cars, both ways; 0 keeps them closed
 * @param contraflow OpenStreetMap numbers of one-way ways that may be driven against their direction; no others may
 * @param contraflowSpeed km/h against the direction, on those ways
 * @param turnRestrictions whether forbidden turns are respected
 * @param speeds km/h by class of road instead of the car's; absent classes keep it
 * @param timeFactors by class of road, 168 factors of the time by {@link HourOfWeek}, such as 1.5 in the rush hour;
 *     absent classes take their usual time
 */
public record Profile(
        String name,
        boolean busLanes,
        double pedestrianSpeed,
        Set<Long> contraflow,
        double contraflowSpeed,
        boolean turnRestrictions,
        Map<RoadClass, Double> speeds,
        Map<RoadClass, List<Double>> timeFactors) {

    public Profile {
        contraflow = Set.copyOf(contraflow);
        speeds = Map.copyOf(speeds);
        timeFactors = Map.copyOf(timeFactors);
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("'" + name + "' is no name for a profile. Maybe 'emergency'.");
        }
        if (timeFactors.values().stream().anyMatch(factors -> factors.size() != HourOfWeek.HOURS)) {
            throw new IllegalArgumentException(
                    "A class of road has other than 168 factors, one for each hour of the week.");
        }
    }

    /** A car that keeps to the rules. */
    public static Profile car() {
        return new Profile("car", false, 0, Set.of(), 0, true, Map.of(), Map.of());
    }

    /**
     * A police car on its way: bus lanes, pedestrian zones at 15 km/h. Turn restrictions are kept and one-way streets
     * too; whoever allows more says where.
     */
    public static Profile emergency() {
        return new Profile("emergency", true, 15, Set.of(), 0, true, Map.of(), Map.of());
    }

    /** The same with some one-way ways open against their direction, at a speed in km/h. */
    public Profile withContraflow(Set<Long> ways, double speed) {
        return new Profile(name, busLanes, pedestrianSpeed, ways, speed, turnRestrictions, speeds, timeFactors);
    }

    /** The same with factors of the time by class of road and hour of the week. */
    public Profile withTimeFactors(Map<RoadClass, List<Double>> factors) {
        return new Profile(
                name, busLanes, pedestrianSpeed, contraflow, contraflowSpeed, turnRestrictions, speeds, factors);
    }

    /** The factor of the time on a class of road in an hour; 1 where none is given. */
    public double timeFactor(RoadClass roadClass, HourOfWeek hour) {
        var factors = timeFactors.get(roadClass);
        return factors == null ? 1 : factors.get(hour.value());
    }
}
