package org.openbeat.app.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeat.app.kernel.Recordable.Subject;

/**
 * What a module keeps about people, by the thing that it is kept with. Each module that keeps any contributes a bean;
 * whoever erases or hands out a person's data asks all of them, and a test finds columns that none of them owns.
 */
public interface PersonalRecords {

    /** Other things of this module that hold nothing but the same person's matter, and go with it. */
    default Set<Subject> belonging(Subject subject) {
        return Set.of();
    }

    /** Why the data must stay for now, as keys of messages; empty when nothing stands against erasing it. */
    default List<String> obstacles(Subject subject) {
        return List.of();
    }

    /** How many rows of which table, as {@code schema.table}, an erasure would change; tables without any left out. */
    Map<String, Long> extent(Subject subject);

    /** Names, contacts and places of the person, by which others may have written or searched for them. */
    default Set<String> names(Subject subject) {
        return Set.of();
    }

    /** Erases such words where they stand apart from the thing, as in what staff searched for. */
    default void forget(Set<String> names) {}

    /** Erases it, in the transaction of the caller, who announces the erasure. A second time changes nothing. */
    void erase(Subject subject, Actor actor, Instant at);

    /** What is kept, as the person may read it, as strings, numbers, booleans, lists and maps of them. */
    default Map<String, Object> copy(Subject subject) {
        return Map.of();
    }
}
