package org.openbeat.app.desk.web;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Category;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Contact;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.Openness;
import org.openbeat.app.desk.PhotoId;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.desk.draft.Draft;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/** Turns a draft into the report that it stands for. */
final class DraftReport {

    private DraftReport() {}

    static NewReport of(Draft draft, Category category, List<PhotoId> photos, ZoneId zone, Locale language) {
        var details = draft.details();
        var person = draft.person();
        return new NewReport(
                category.code(),
                details.description(),
                where(draft.place()),
                occurred(details.day(), details.time(), zone),
                answers(details.answers(), category),
                photos,
                new Contact(person.name(), person.email(), person.phone(), person.nameHidden()),
                language,
                Channel.WEB,
                details.neighboursMayRead() && category.openness() == Openness.NEIGHBOURS);
    }

    static Whereabouts where(Draft.Place place) {
        var latitude = place.latitude();
        var longitude = place.longitude();
        var point = latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
        var side = place.beat();
        var beat = side == null || side.equals(PlaceForm.UNSURE) ? null : new BeatCode(side);
        return new Whereabouts(place.typed(), point, place.source(), place.approximate(), beat);
    }

    /**
     * The instant of a day and a time of day in the zone of the place. Without a time it is noon; in the gap when
     * clocks go forward it is the instant after, and in the hour that comes twice the first.
     *
     * @return null when no day was given
     * @throws DateTimeException when day or time are none
     */
    static @Nullable Instant occurred(String day, String time, ZoneId zone) {
        if (day.isBlank()) {
            return null;
        }
        var clock = ISO_LOCAL_TIME.parse(time.isBlank() ? "12:00" : time.strip());
        return LocalDate.parse(day.strip())
                .atTime(clock.get(ChronoField.HOUR_OF_DAY), clock.get(ChronoField.MINUTE_OF_HOUR))
                .atZone(zone)
                .toInstant();
    }

    /** As they are stored: several values of a list one by one, unknown questions and empty answers left out. */
    static Map<String, List<String>> answers(Map<String, List<String>> typed, Category category) {
        var answers = new TreeMap<String, List<String>>();
        for (var question : category.questions()) {
            var given = String.join(",", typed.getOrDefault(question.code(), List.of()));
            var values = question.type() == Category.Type.MULTIVALUELIST
                    ? Arrays.stream(given.split(","))
                            .filter(value -> !value.isBlank())
                            .toList()
                    : given.isBlank() ? List.<String>of() : List.of(given.strip());
            if (!values.isEmpty()) {
                answers.put(question.code(), values);
            }
        }
        return answers;
    }
}
