package org.openbeat.engine.procedure;

import org.openbeat.engine.procedure.pack.Basis;
import org.openbeat.engine.procedure.pack.LocalText;

/**
 * Why something can't be done.
 *
 * @param kind which rule of the platform said so
 * @param rule the pack's name for what refused: a requirement, a clock, an extension, a step
 * @param text for whoever asked, in the languages of the pack
 * @param basis the article that refuses
 */
public record Refusal(Kind kind, String rule, LocalText text, Basis basis) {
    /** The kinds of refusals. */
    public enum Kind {
        UNKNOWN,
        CLOSED,
        TIME,
        NOT_ENTITLED,
        LOCKED,
        OUT_OF_TURN,
        FACTS,
        APPROVAL,
        SEPARATION,
        REQUIREMENT,
        TOO_LATE,
        TOO_OFTEN
    }
}
