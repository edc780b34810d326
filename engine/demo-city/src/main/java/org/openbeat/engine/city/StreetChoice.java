package org.openbeat.engine.city;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Which street a piece of a quarter's lattice belongs to: one for each of its lines, named as they come into use. */
final class StreetChoice {
    private final Streets streets;
    private final StreetNames names;
    private final RandomGenerator chance;
    private final Style style;
    private final List<String> theme;
    private final Map<Integer, Street> rows = new HashMap<>();
    private final Map<Integer, Street> columns = new HashMap<>();

    StreetChoice(Streets streets, StreetNames names, RandomGenerator chance, Style style) {
        this.streets = streets;
        this.names = names;
        this.chance = chance;
        this.style = style;
        this.theme = style.built() && style != Style.OLD_TOWN ? names.nextTheme() : List.of();
    }

    Street of(int row, int column, int nextRow) {
        return nextRow == row ? rows.computeIfAbsent(row, this::begin) : columns.computeIfAbsent(column, this::begin);
    }

    private Street begin(int line) {
        Street street = streets.begin(kind(line), null);
        street.name = switch (style) {
            case OLD_TOWN -> names.lane();
            case INNER, OUTER, GARDEN, INDUSTRY -> names.local(theme);
            case FIELD -> names.arterial();
            case PARK, WOOD, SQUARE, RIVER -> null;
        };
        street.oneWay = oneWay(street.kind);
        return street;
    }

    private StreetKind kind(int line) {
        int draw = chance.nextInt(10);
        if (style == Style.OLD_TOWN) {
            return draw < 3 ? StreetKind.PEDESTRIAN : draw < 6 ? StreetKind.LIVING_STREET : StreetKind.RESIDENTIAL;
        }
        boolean collector = style.built() && StrictMath.floorMod(line, 4) == 1;
        return collector && draw < 4 ? StreetKind.TERTIARY : style.streets();
    }

    private boolean oneWay(StreetKind kind) {
        int likely = switch (style) {
            case OLD_TOWN -> 30;
            case INNER -> 38;
            case OUTER -> 14;
            case GARDEN, INDUSTRY, PARK, WOOD, FIELD, SQUARE, RIVER -> 0;
        };
        return kind.drivable && kind != StreetKind.TERTIARY && chance.nextInt(100) < likely;
    }
}
