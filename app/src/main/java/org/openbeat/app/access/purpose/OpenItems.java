package org.openbeat.app.access.purpose;

import java.util.Optional;
import org.openbeat.app.kernel.Actor;

/** Asked of the modules that have items: which item someone means. Each answers for one sort. */
public interface OpenItems {

    ItemKind kind();

    /** The item that the actor typed, open or closed; nothing where there is none that the actor may see. */
    Optional<Item> find(Actor actor, String typed);
}
