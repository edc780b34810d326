package org.openbeat.app.places.streets;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.Precision;
import org.openbeat.app.places.geometry.Lines;
import org.openbeat.app.places.streets.JdbcStreets.Door;
import org.openbeat.app.places.streets.JdbcStreets.Numbered;

/** Where a house number is, from the numbers that are known. */
final class Doors {
    /** Two known numbers farther apart than this say little about those between. */
    private static final int WIDEST_GAP = 60;

    private static final int NEAR = 10;

    private final List<Door> known;
    private final List<Numbered> lines;

    /** A place and how sure it is, from 0 to 1. */
    record Place(GeoPoint at, Precision precision, double sure) {}

    /** The doors of one street by number, and the lines of numbers that hold the one looked for. */
    Doors(List<Door> known, List<Numbered> lines) {
        this.known = known;
        this.lines = lines;
    }

    Optional<Place> find(String number) {
        return exact(number)
                .or(() -> along(value(number)))
                .or(() -> between(value(number)))
                .or(() -> near(value(number)));
    }

    private Optional<Place> along(int value) {
        return lines.stream().findFirst().map(range -> {
            var part = (value - range.low()) / (double) (range.high() - range.low());
            return new Place(Lines.at(range.line(), part), Precision.APPROXIMATE, 0.9);
        });
    }

    static int value(String number) {
        return Integer.parseInt(number.replaceAll("\\D", ""));
    }

    private Optional<Place> exact(String number) {
        return known.stream()
                .filter(door -> door.number().equals(number.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(door -> new Place(at(door), Precision.EXACT, 1));
    }

    /** On the line between the next lower and the next higher number of the same side, odd or even. */
    private Optional<Place> between(int value) {
        var same = known.stream().filter(door -> door.value() % 2 == value % 2).toList();
        var lower = last(same, value);
        var upper =
                same.stream().filter(door -> door.value() > value).findFirst().orElse(null);
        if (lower == null || upper == null || upper.value() - lower.value() > WIDEST_GAP) {
            return Optional.empty();
        }
        if (lower.value() == value) {
            return Optional.of(new Place(at(lower), Precision.APPROXIMATE, 0.92)); // 12 for 12b
        }
        var part = (value - lower.value()) / (double) (upper.value() - lower.value());
        var line = new double[] {lower.latitude(), lower.longitude(), upper.latitude(), upper.longitude()};
        return Optional.of(new Place(Lines.at(line, part), Precision.APPROXIMATE, 0.88));
    }

    private static @Nullable Door last(List<Door> doors, int value) {
        return doors.stream()
                .filter(door -> door.value() <= value)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private Optional<Place> near(int value) {
        return known.stream()
                .min(Comparator.comparingInt(door -> Math.abs(door.value() - value)))
                .filter(door -> Math.abs(door.value() - value) <= NEAR)
                .map(door -> new Place(at(door), Precision.APPROXIMATE, 0.7));
    }

    private static GeoPoint at(Door door) {
        return new GeoPoint(door.latitude(), door.longitude());
    }
}
