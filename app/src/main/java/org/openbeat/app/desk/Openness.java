package org.openbeat.app.desk;

/** How much of a report of a category others may ever see, from most to least. Names are never among it. */
public enum Openness {
    /** Things in the street: neighbours who report the same may read it; the public sees the block it is in. */
    NEIGHBOURS,
    /** The public sees the block it is in. */
    AREA,
    /** The public sees the beat it is in and no position. */
    BEAT,
    /** The public never learns of it; it counts in no list, feed or total of the beat. */
    NEVER;

    public boolean isPublic() {
        return this != NEVER;
    }
}
