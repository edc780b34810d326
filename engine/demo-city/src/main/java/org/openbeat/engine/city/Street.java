package org.openbeat.engine.city;

import org.jspecify.annotations.Nullable;

/** One street of the plan while it is being drawn; its edges lie in the {@link PlaneGraph}. */
final class Street {
    final int id;
    StreetKind kind;

    @Nullable
    Name name;

    /** Traffic goes only in the direction in which the edges were laid. */
    boolean oneWay;

    Street(int id, StreetKind kind, @Nullable Name name) {
        this.id = id;
        this.kind = kind;
        this.name = name;
    }
}
