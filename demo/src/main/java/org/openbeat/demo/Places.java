package org.openbeat.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import org.openbeat.engine.city.Address;
import org.openbeat.engine.city.DemoCity;
import org.openbeat.engine.city.GeoPosition;

/** Addresses of the demo city to report from: well inside their beats, so that nobody has to ask which side it is. */
final class Places {
    private static final double METRES_PER_DEGREE = 111_195;

    private final DemoCity city;
    private final RandomGenerator chance;

    Places(DemoCity city, RandomGenerator chance) {
        this.city = city;
        this.chance = chance;
    }

    /** Some address of a beat. */
    Address in(String beat) {
        var outline = city.beats().stream()
                .filter(candidate -> candidate.code().equals(beat))
                .findFirst()
                .orElseThrow()
                .outline();
        var inside = city.addresses().stream()
                .filter(address -> address.beat().equals(beat) && distance(address.position(), outline) > 130)
                .toList();
        return inside.get(chance.nextInt(inside.size()));
    }

    /** An address as a resident types it. */
    static String typed(Address address) {
        return address.number() + " " + address.street();
    }

    /** Metres from the nearest side of a ring, on a plane that is good enough for a city. */
    private static double distance(GeoPosition at, List<GeoPosition> ring) {
        double shrink = Math.cos(Math.toRadians(at.latitude()));
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ring.size(); i++) {
            var from = ring.get(i);
            var to = ring.get((i + 1) % ring.size());
            double ax = (from.longitude() - at.longitude()) * METRES_PER_DEGREE * shrink;
            double ay = (from.latitude() - at.latitude()) * METRES_PER_DEGREE;
            double bx = (to.longitude() - at.longitude()) * METRES_PER_DEGREE * shrink;
            double by = (to.latitude() - at.latitude()) * METRES_PER_DEGREE;
            double square = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
            double share = square == 0 ? 0 : Math.clamp(-(ax * (bx - ax) + ay * (by - ay)) / square, 0.0, 1.0);
            best = Math.min(best, Math.hypot(ax + share * (bx - ax), ay + share * (by - ay)));
        }
        return best;
    }
}
