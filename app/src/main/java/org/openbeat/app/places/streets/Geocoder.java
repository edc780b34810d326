package org.openbeat.app.places.streets;

import static java.util.stream.Collectors.groupingBy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.PlaceMatch.Kind;
import org.openbeat.app.places.Precision;
import org.openbeat.app.places.extract.Extract;
import org.openbeat.app.places.streets.Doors.Place;
import org.openbeat.app.places.streets.JdbcStreets.Crossing;
import org.openbeat.app.places.streets.JdbcStreets.Door;
import org.openbeat.app.places.streets.JdbcStreets.Hit;
import org.openbeat.app.places.streets.JdbcStreets.Numbered;
import org.springframework.stereotype.Component;

/** Finds the place that somebody means: nothing but the map and the database is asked. */
@Component
public class Geocoder {
    private static final int NAMES = 40;
    private static final int STREETS = 6;
    /** What a street is worth when its number could not be found. */
    private static final double WITHOUT_NUMBER = 0.6;

    private static final double OTHER_TOWN = 0.75;
    /** Below this the words for kinds of streets may be misspelt. */
    private static final double POOR = 0.8;

    private final JdbcStreets streets;
    /** The towns of the last maps: a map never changes. */
    private final Cache<UUID, List<String>> localities =
            Caffeine.newBuilder().maximumSize(3).build();

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
            if (reading.number() != null) {
                found.addAll(addresses(map, reading, reading.number()));
            } else {
                var whole = names(map, reading);
                // Where a number was read, a name that leaves it out is no better answer than the street.
                found.addAll(
                        found.isEmpty()
                                ? whole
                                : whole.stream().filter(Geocoder::hasDigit).toList());
            }
        }
        return best(found, limit);
    }

    private static boolean hasDigit(Found found) {
        return found.kind() == Kind.CROSSING || found.label().chars().anyMatch(Character::isDigit);
    }

    /** A crossing whose streets have more names is one place, and one label is listed once. */
    private static List<Found> best(List<Found> found, int limit) {
        var seen = new HashSet<>();
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::confidence).reversed())
                .filter(each -> seen.add(each.label()))
                .filter(each -> each.kind() != Kind.CROSSING || seen.add(each.at()))
                .limit(limit)
                .toList();
    }

    private record Scored(Hit hit, double score) {}

    private List<Scored> scored(UUID map, String name, String hint) {
        var folded = Folding.fold(name);
        var found = scoredFolded(map, folded, hint);
        var right = Folding.withKindsRight(folded);
        var poor = found.isEmpty() || found.getFirst().score < POOR;
        return poor && !right.equals(folded) ? scoredFolded(map, right, hint) : found;
    }

    private List<Scored> scoredFolded(UUID map, String folded, String hint) {
        if (folded.isEmpty()) {
            return List.of();
        }
        var town = Folding.fold(hint);
        return streets.like(map, folded, NAMES).stream()
                .map(hit -> new Scored(hit, Likeness.of(folded, hit) * townFactor(town, hit)))
                .filter(scored -> scored.score >= Likeness.LEAST)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
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
        return localities.get(map, streets::localities).stream()
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
            found.addAll(addresses(streets(map, reading.name(), reading.hint()), number));
        }
        return found;
    }

    private List<Scored> streets(UUID map, String name, String hint) {
        return scored(map, name, hint).stream()
                .filter(each -> each.hit.kind() == StreetIndex.Kind.STREET)
                .limit(STREETS)
                .toList();
    }

    private static List<Long> ids(List<Scored> scored) {
        return scored.stream().map(each -> each.hit.id()).toList();
    }

    private List<Found> addresses(List<Scored> likely, String number) {
        if (likely.isEmpty()) {
            return List.of();
        }
        var doors = streets.doors(ids(likely)).stream().collect(groupingBy(Door::street));
        var ranges = streets.ranges(ids(likely), Doors.value(number)).stream().collect(groupingBy(Numbered::street));
        return likely.stream()
                .map(street -> {
                    var known = doors.getOrDefault(street.hit.id(), List.of());
                    var lines = ranges.getOrDefault(street.hit.id(), List.of());
                    return new Doors(known, lines)
                            .find(number)
                            .map(place -> address(street, number, place))
                            .orElseGet(() -> name(new Scored(street.hit, street.score * WITHOUT_NUMBER)));
                })
                .toList();
    }

    private static Found address(Scored street, String number, Place place) {
        var label = Labels.address(street.hit.label(), number, street.hit.locality());
        return new Found(label, place.at(), Kind.ADDRESS, place.precision(), street.score * place.sure());
    }

    private List<Found> crossings(UUID map, Asked.Pair pair) {
        var first = streets(map, pair.first(), "");
        var second = streets(map, pair.second(), "");
        if (first.isEmpty() || second.isEmpty()) {
            return List.of();
        }
        return streets.crossings(ids(first), ids(second)).stream()
                .map(crossing -> crossing(first, second, crossing))
                .toList();
    }

    private static Found crossing(List<Scored> first, List<Scored> second, Crossing crossing) {
        var street = with(first, crossing.street());
        var other = with(second, crossing.other());
        var label = Labels.crossing(street.hit.label(), other.hit.label(), street.hit.locality());
        var score = street.score * other.score;
        return new Found(label, crossing.at(), Kind.CROSSING, Precision.EXACT, score);
    }

    private static Scored with(List<Scored> scored, long id) {
        return scored.stream().filter(each -> each.hit.id() == id).findFirst().orElseThrow();
    }

    private static GeoPoint at(Hit hit) {
        return new GeoPoint(hit.latitude(), hit.longitude());
    }
}
