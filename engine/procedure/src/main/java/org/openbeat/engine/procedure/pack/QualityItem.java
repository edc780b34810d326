package org.openbeat.engine.procedure.pack;

/**
 * A question of the quality rubric. It can ask whether something was kept or done, or a human; there is no way to count
 * arrests, fines or cases in it (I6).
 *
 * @param measures what answers it
 * @param of the clock, step, paper or person asked
 */
public record QualityItem(String name, LocalText text, Measure measures, String of, int weight, Basis basis) {
    /** What answers a question of quality. */
    public enum Measure {
        CLOCK_KEPT,
        STEP_DONE,
        PAPER_GIVEN,
        SATISFACTION,
        ASSESSOR
    }
}
