package org.openbeat.engine.response;

import java.util.Map;
import java.util.function.Predicate;

/**
 * Units that move, kept on the road, so that a question about all of them needs no search for the roads they are on.
 * Safe for many threads; a question sees each unit at the last place it was told to be.
 *
 * @param <K> the caller's own name for a unit
 */
public interface Fleet<K> {

    /** The unit is here now; a unit not seen before joins. */
    void move(K unit, Point at);

    /** The unit leaves; without effect if it is not there. */
    void remove(K unit);

    int size();

    /**
     * The suitable units that can be there first, at most so many, nearest first; those without a road come last, by
     * their straight line.
     */
    Map<K, TravelTime> nearest(Point target, int count, Predicate<K> suitable);

    /** Every unit's time to a place. */
    Map<K, TravelTime> travelTimes(Point target);
}
