package org.openbeat.app.places.streets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.PlaceMatch.Kind;
import org.openbeat.app.places.Precision;
import org.openbeat.app.places.extract.Extract;
import org.openbeat.app.places.geometry.Lines;
import org.openbeat.app.places.streets.Doors.Place;
import org.openbeat.app.places.streets.JdbcStreets.Hit;
import org.springframework.stereotype.Component;

/** Finds the place that somebody means: nothing but the map and the database is asked. */
@Component
public class Geocoder {
    private static final int NAMES = 40;
    private static final int STREETS_WITH_NUMBER = 6;
    private static final int STREETS_AT_CROSSING = 6;
    /** What a street is worth when its number could not be found. */
    private static final double WITHOUT_NUMBER = 0.6;

    private static final double OTHER_TOWN = 0.75;

    private final JdbcStreets streets;

    Geocoder(JdbcStreets streets) {
        this.streets = streets;
    }

    /** Stores the streets of a map. */
    public void index(UUID map, Extract extract) {
        streets.add(map, StreetIndexer.index(extract));
    }

    /** The likeliest places, best first. */
    public List<Found> find(UUID map, String typed, int limit) {
        var text = Asked.clean(typed);
        var coordinates = Asked.coordinates(text);
        if (coordinates.isPresent()) {
            var at = coordinates.get();
            return List.of(new Found(at.toString(), at, Kind.COORDINATES, Precision.EXACT, 1));
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        Asked.crossing(text).ifPresent(pair -> found.addAll(crossings(map, pair)));
        for (var reading : Asked.readings(text)) {
            found.addAll(reading.number() == null ? names(map, reading) : addresses(map, reading, reading.number()));
        }
        return best(found, limit);
    }

    private static List<Found> best(List<Found> found, int limit) {
        var labels = new HashSet<String>();
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::confidence).reversed())
                .filter(each -> labels.add(each.label()))
                .limit(limit)
                .toList();
    }

    private record Scored(Hit hit, double score) {}

    private Stream<Scored> scored(UUID map, String name, String hint) {
        var folded = Folding.fold(name);
        var town = Folding.fold(hint);
        if (folded.isEmpty()) {
            return Stream.empty();
        }
        return streets.like(map, folded, NAMES).stream()
                .map(hit -> new Scored(hit, Likeness.of(folded, hit) * townFactor(town, hit)))
                .filter(scored -> scored.score >= Likeness.LEAST)
                .sorted(Comparator.comparingDouble(Scored::score).reversed());
    }

    /** A town that was named and is another one speaks against a match; a state or a postcode says nothing. */
    private static double townFactor(String town, Hit hit) {
        var locality = hit.locality();
        if (town.isEmpty() || locality == null) {
            return 1;
        }
        var folded = Folding.fold(locality);
        return town.startsWith(folded) || folded.startsWith(town) ? 1 : OTHER_TOWN;
    }

    private List<Found> names(UUID map, Asked asked) {
        var found = new ArrayList<Found>();
        scored(map, asked.name(), asked.hint()).forEach(each -> found.add(name(each)));
        if (asked.hint().isEmpty()) {
            withTownAtEnd(map, asked.name())
                    .forEach(split -> scored(map, split.name(), split.hint()).forEach(each -> found.add(name(each))));
        }
        return found;
    }

    /** "Main Street Springfield" without a comma: tried when the end is the name of a town. */
    private List<Asked> withTownAtEnd(UUID map, String name) {
        var folded = Folding.fold(name);
        return streets.localities(map).stream()
                .filter(town -> folded.endsWith(" " + town))
                .map(town -> new Asked(folded.substring(0, folded.length() - town.length() - 1), null, town))
                .toList();
    }

    private static Found name(Scored scored) {
        var hit = scored.hit;
        var kind = switch (hit.kind()) {
            case STREET -> Kind.STREET;
            case LANDMARK -> Kind.LANDMARK;
            case LOCALITY -> Kind.LOCALITY;
        };
        var precision = hit.exact() ? Precision.EXACT : Precision.CENTROID;
        return new Found(Labels.within(hit.label(), hit.locality()), at(hit), kind, precision, scored.score);
    }

    private List<Found> addresses(UUID map, Asked asked, String number) {
        var readings = new ArrayList<>(List.of(asked));
        if (asked.hint().isEmpty()) {
            readings.addAll(withTownAtEnd(map, asked.name()));
        }
        var found = new ArrayList<Found>();
        for (var reading : readings) {
            scored(map, reading.name(), reading.hint())
                    .filter(each -> each.hit.kind() == StreetIndex.Kind.STREET)
                    .limit(STREETS_WITH_NUMBER)
                    .forEach(street -> found.add(address(street, number)));
        }
        return found;
    }

    private Found address(Scored street, String number) {
        var hit = street.hit;
        var doors = streets.doors(hit.id());
        var place = streets.range(hit.id(), Doors.value(number))
                .filter(range -> doors.stream().noneMatch(door -> door.number().equals(number)))
                .map(range -> along(range, Doors.value(number)))
                .or(() -> new Doors(doors).find(number));
        return place.map(at -> new Found(
                        Labels.address(hit.label(), number, hit.locality()),
                        at.at(),
                        Kind.ADDRESS,
                        at.precision(),
                        street.score * at.sure()))
                .orElseGet(() -> name(new Scored(hit, street.score * WITHOUT_NUMBER)));
    }

    private static Place along(StreetIndex.Range range, int number) {
        var part = (number - range.low()) / (double) (range.high() - range.low());
        return new Place(Lines.at(range.line(), part), Precision.APPROXIMATE, 0.9);
    }

    private List<Found> crossings(UUID map, Asked.Pair pair) {
        var first = crossable(map, pair.first());
        var second = crossable(map, pair.second());
        var found = new ArrayList<Found>();
        for (var street : first) {
            for (var other : second) {
                for (var at : streets.crossings(street.hit.id(), other.hit.id())) {
                    var label = Labels.crossing(street.hit.label(), other.hit.label(), street.hit.locality());
                    var point = new GeoPoint(at[0], at[1]);
                    found.add(new Found(
                            label, point, Kind.CROSSING, Precision.EXACT, Math.sqrt(street.score * other.score)));
                }
            }
        }
        return found;
    }

    private List<Scored> crossable(UUID map, String name) {
        return scored(map, name, "")
                .filter(each -> each.hit.kind() == StreetIndex.Kind.STREET)
                .limit(STREETS_AT_CROSSING)
                .toList();
    }

    private static GeoPoint at(Hit hit) {
        return new GeoPoint(hit.latitude(), hit.longitude());
    }
}
