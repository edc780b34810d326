package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every street that was ever begun, in order. */
final class Streets {
    private final List<Street> all = new ArrayList<>();

    Street begin(StreetKind kind, @Nullable Name name) {
        Street street = new Street(all.size(), kind, name);
        all.add(street);
        return street;
    }

    List<Street> all() {
        return all;
    }
}
