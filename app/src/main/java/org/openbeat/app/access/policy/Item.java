package org.openbeat.app.access.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Role;

/**
 * The facts of an item that decide who may do what with it.
 *
 * @param agency the agency that is responsible for it
 * @param assigned ids of the accounts to whom it is given
 * @param sharedWith agencies that read it beside the responsible one
 * @param named ids of the accounts to whom it is limited; null when it is not
 * @param onlyFor roles that its sort is limited to, such as a sensitive category; empty for no such limit
 */
public record Item(
        Kind kind,
        AgencyId agency,
        @Nullable BeatCode beat,
        Set<String> assigned,
        Set<AgencyId> sharedWith,
        @Nullable Set<String> named,
        Set<Role> onlyFor) {

    public Item {
        assigned = Set.copyOf(assigned);
        sharedWith = Set.copyOf(sharedWith);
        named = named == null ? null : Set.copyOf(named);
        onlyFor = Set.copyOf(onlyFor);
    }

    /** An item about which nothing is known but whose it is. */
    public static Item of(Kind kind, AgencyId agency) {
        return new Item(kind, agency, null, Set.of(), Set.of(), null, Set.of());
    }

    /** The same facts under another kind. */
    public Item as(Kind other) {
        return new Item(other, agency, beat, assigned, sharedWith, named, onlyFor);
    }

    public boolean isRestricted() {
        return named != null;
    }
}
