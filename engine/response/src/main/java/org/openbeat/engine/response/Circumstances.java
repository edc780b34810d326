package org.openbeat.engine.response;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for one of two units that are there about equally soon.
 *
 * @param trust whether its position can be relied on; that it is old is seen from its time as well
 * @param commitment what it is bound to
 * @param coverageLoss by how much the share of demand that is covered falls if it goes, 0 to 1
 * @param workload the share of its time on duty in which it had work, 0 to 1
 * @param shiftLeft how long its shift goes on; negative when it is over; null when nobody knows
 */
public record Circumstances(
        PositionTrust trust,
        Commitment commitment,
        double coverageLoss,
        double workload,
        @Nullable Duration shiftLeft) {

    /** A unit of which no more is known. */
    public static final Circumstances UNKNOWN =
            new Circumstances(PositionTrust.GOOD, new Commitment.None(), 0, 0, null);
}
