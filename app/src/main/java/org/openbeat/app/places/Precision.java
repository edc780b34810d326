package org.openbeat.app.places;

/** How well a found position is known. */
public enum Precision {
    /** The thing itself is on the map: this door, this crossing, this landmark. */
    EXACT,
    /** Reckoned from what is near it, such as a number between two known ones. */
    APPROXIMATE,
    /** The middle of something larger: a street, a town, a park. */
    CENTROID
}
