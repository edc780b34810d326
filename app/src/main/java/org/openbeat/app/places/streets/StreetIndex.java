package org.openbeat.app.places.streets;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of the index before they are stored; rows point to a named place by its place in the list. */
final class StreetIndex {
    enum Kind {
        STREET,
        LANDMARK,
        LOCALITY
    }

    /** Something with a name, perhaps in more languages. A higher weight wins among equals. */
    record Named(
            Kind kind,
            String label,
            Set<String> otherLabels,
            @Nullable String locality,
            String folded,
            double latitude,
            double longitude,
            boolean exact,
            double weight) {}

    record Address(int street, String number, int value, double latitude, double longitude) {}

    /** House numbers from low to high along a line of latitude, longitude, … in that direction. */
    record Range(int street, int low, int high, int step, double[] line) {}

    record Crossing(int street, int other, double latitude, double longitude) {}

    /** A part of a street's course: latitude, longitude, latitude, … */
    record Piece(int street, double[] line) {}

    final List<Named> names = new ArrayList<>();
    final List<Address> addresses = new ArrayList<>();
    final List<Range> ranges = new ArrayList<>();
    final List<Crossing> crossings = new ArrayList<>();
    final List<Piece> pieces = new ArrayList<>();

    /** The names in the languages of our pages, other than the first. */
    static Set<String> otherLabels(Map<String, String> tags) {
        var labels = new LinkedHashSet<String>();
        for (var key : List.of("name:en", "name:zh")) {
            var label = tags.get(key);
            if (label != null && !label.equals(tags.get("name"))) {
                labels.add(label);
            }
        }
        return labels;
    }

    int add(Named named) {
        names.add(named);
        return names.size() - 1;
    }
}
