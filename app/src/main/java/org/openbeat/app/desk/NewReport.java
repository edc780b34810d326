package org.openbeat.app.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;

/**
 * What somebody tells the desk.
 *
 * @param category code of the category
 * @param description what it is about, at most 4,000 characters (GeoReport v2)
 * @param occurredAt when it happened, where that differs from now; in UTC
 * @param answers answers to the category's questions by their code
 * @param photos ids of pictures that were stored before, at most five
 * @param neighboursMayRead whether others who report the same nearby may read the words and see the pictures
 */
public record NewReport(
        String category,
        String description,
        Whereabouts where,
        @Nullable Instant occurredAt,
        Map<String, List<String>> answers,
        List<PhotoId> photos,
        Contact contact,
        Locale language,
        Channel channel,
        boolean neighboursMayRead) {
    public static final int LONGEST_DESCRIPTION = 4_000;
    public static final int MOST_PHOTOS = 5;

    public NewReport {
        description = PlainText.lines(description, LONGEST_DESCRIPTION, "description");
        var kept = new TreeMap<String, List<String>>();
        answers.forEach((code, values) -> kept.put(PlainText.line(code, 60, "question"), clean(values)));
        answers = kept;
        photos = List.copyOf(photos);
        if (photos.size() > MOST_PHOTOS) {
            throw new Refusal(Kind.INVALID, "too-many-photos", MOST_PHOTOS);
        }
    }

    /** The short way for a report without pictures, contact or answers. */
    public static NewReport of(String category, String description, Whereabouts where, Channel channel) {
        return new NewReport(
                category, description, where, null, Map.of(), List.of(), Contact.NONE, Locale.ENGLISH, channel, true);
    }

    private static List<String> clean(List<String> values) {
        return values.stream()
                .map(value -> PlainText.lines(value, 1_000, "answer"))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
