package org.openbeat.engine.city;

/** How a quarter is built: distances between its streets, how bent they are, what stands on its blocks. */
enum Style {
    OLD_TOWN(78, 78, 7, 0.16, "retail"),
    INNER(92, 138, 5, 0.06, "residential"),
    OUTER(112, 176, 9, 0.09, "residential"),
    GARDEN(124, 196, 26, 0.13, "residential"),
    INDUSTRY(190, 260, 3, 0.12, "industrial"),
    PARK(150, 190, 22, 0.3, ""),
    WOOD(300, 340, 40, 0.35, ""),
    FIELD(420, 520, 20, 0.3, ""),
    SQUARE(0, 0, 0, 0, ""),
    RIVER(0, 0, 0, 0, "");

    final double across;
    final double along;
    final double bend;
    /** The share of street pieces that were never built. */
    final double gaps;

    final String landuse;

    Style(double across, double along, double bend, double gaps, String landuse) {
        this.across = across;
        this.along = along;
        this.bend = bend;
        this.gaps = gaps;
        this.landuse = landuse;
    }

    boolean built() {
        return !landuse.isEmpty();
    }

    StreetKind streets() {
        return switch (this) {
            case PARK, WOOD, SQUARE, RIVER -> StreetKind.FOOTWAY;
            case OLD_TOWN -> StreetKind.LIVING_STREET;
            case INNER, OUTER, GARDEN, INDUSTRY, FIELD -> StreetKind.RESIDENTIAL;
        };
    }
}
