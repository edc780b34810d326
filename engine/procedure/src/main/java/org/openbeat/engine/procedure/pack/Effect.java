package org.openbeat.engine.procedure.pack;

/** What a step does to a person, which decides what the platform asks of it. */
public enum Effect {
    NONE,
    /** Takes or limits liberty. */
    LIBERTY,
    /** Takes or limits property. */
    PROPERTY,
    /** Decides against somebody. */
    PENALTY,
    /** Ends a deprivation of liberty: it may be done whatever else is locked. */
    RELEASE,
    /** Brings the person before a court or another independent authority: never locked. */
    JUDGE
}
