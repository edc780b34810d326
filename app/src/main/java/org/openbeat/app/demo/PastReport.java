package org.openbeat.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openbeat.app.kernel.BeatCode;

/**
 * A report of the demo's past, as a line of {@code demo/history.txt} tells it.
 *
 * @param answeredAfter empty when it is still open, or urgent: then a crew answers it
 */
record PastReport(
        int line,
        int daysAgo,
        Duration timeOfDay,
        String category,
        BeatCode beat,
        Locale language,
        Optional<Duration> answeredAfter,
        String outcome,
        String solved,
        String treated,
        Map<String, List<String>> answers,
        String words) {
    private static final String NONE = "-";

    static List<PastReport> all() {
        try (var in = Objects.requireNonNull(PastReport.class.getResourceAsStream("/demo/history.txt"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            return IntStream.range(0, lines.size())
                    .mapToObj(number -> of(number, lines.get(number)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PastReport of(int number, String line) {
        var fields = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        return new PastReport(
                number,
                Integer.parseInt(fields.get(0)),
                timeOfDay(fields.get(1)),
                fields.get(2),
                new BeatCode(fields.get(3)),
                fields.get(4).equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
                fields.get(5).equals(NONE)
                        ? Optional.empty()
                        : Optional.of(Duration.ofHours(Long.parseLong(fields.get(5)))),
                fields.get(6),
                fields.get(7),
                fields.get(8),
                answers(fields.get(9)),
                fields.get(10));
    }

    /** From midnight, as {@code 19:40} says. */
    private static Duration timeOfDay(String field) {
        var parts = field.split(":");
        return Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
    }

    private static Map<String, List<String>> answers(String field) {
        var answers = new LinkedHashMap<String, List<String>>();
        if (!field.equals(NONE)) {
            for (var pair : field.split(";")) {
                answers.put(
                        pair.substring(0, pair.indexOf('=')).strip(),
                        List.of(pair.substring(pair.indexOf('=') + 1).strip()));
            }
        }
        return answers;
    }

    boolean isUrgent() {
        return answeredAfter.isEmpty() && !outcome.equals(NONE);
    }

    static boolean isGiven(String field) {
        return !field.equals(NONE);
    }
}
