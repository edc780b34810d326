package org.openbeat.engine.response;

/** What kind of road a stretch is, after OpenStreetMap's key {@code highway}. */
public enum RoadClass {
    MOTORWAY,
    TRUNK,
    PRIMARY,
    SECONDARY,
    TERTIARY,
    /** {@code residential} and {@code unclassified}. */
    RESIDENTIAL,
    LIVING_STREET,
    SERVICE,
    PEDESTRIAN,
    /** Ways for buses alone. */
    BUSWAY,
    FERRY,
    /** Tracks and whatever else may be driven. */
    OTHER
}
