package org.openbeat.app.places;

import org.jspecify.annotations.Nullable;

/**
 * The beat of a position.
 *
 * @param beat the beat that holds it
 * @param metresToBoundary how far the edge of the beat is
 * @param across the beat on the other side of that edge; null where there is none
 */
public record BeatAt(
        Beat beat, double metresToBoundary, @Nullable Beat across) {
    /** Nearer to the edge than this, in metres, a map click may be on the wrong side. */
    public static final double DOUBTFUL_METRES = 25;

    /** Whether to ask on which side it was. */
    public boolean isDoubtful() {
        return metresToBoundary <= DOUBTFUL_METRES && across != null;
    }
}
