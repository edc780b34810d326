package org.openbeat.app.access.purpose;

import org.jspecify.annotations.Nullable;

/** Why data of persons is read: a closed list, so that the person it is about can be told in plain words. */
public enum PurposeKind {
    /** To work on a report that is open. */
    REPORT(ItemKind.REPORT),
    /** To work on an incident that is open. */
    INCIDENT(ItemKind.INCIDENT),
    /** Because the sender of a report, open or closed, asked about it and named its reference; opens that report alone. */
    SENDER_ASKED(ItemKind.REPORT),
    /** To answer a request of a person about their own data. */
    PERSON_REQUEST(ItemKind.REQUEST),
    /** An emergency: nothing is checked first, everything afterwards. */
    BREAK_GLASS(null);

    private final @Nullable ItemKind item;

    PurposeKind(@Nullable ItemKind item) {
        this.item = item;
    }

    /** The sort of item that it is tied to; null for break glass. */
    public @Nullable ItemKind item() {
        return item;
    }
}
