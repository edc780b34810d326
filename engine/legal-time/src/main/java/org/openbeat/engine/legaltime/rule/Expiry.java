package org.openbeat.engine.legaltime.rule;

/** What it means that a clock has run out. */
public enum Expiry {
    /** Something is overdue: a breach that stays on the record. */
    OVERDUE,
    /** The person must be released now. */
    RELEASE,
    /** A measure on property is at an end by law, without a decision. */
    LIFTED,
    /** A right or a power is gone: time-barred. */
    BARRED
}
