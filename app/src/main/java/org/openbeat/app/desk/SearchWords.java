package org.openbeat.app.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words under which a report is found. Chinese is written without spaces, so a run of it counts as its pairs of
 * neighbouring characters: the search needs no dictionary and finds any two characters that stand together.
 */
final class SearchWords {
    private static final Pattern RUN =
            Pattern.compile("\\p{IsIdeographic}+|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}]]+");
    private static final int LONGEST = 40;
    private static final int MOST_ASKED = 8;

    private SearchWords() {}

    static Set<String> of(String... texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            RUN.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(run -> add(words, run.group()));
        }
        return words;
    }

    private static void add(Set<String> words, String run) {
        if (!Character.isIdeographic(run.codePointAt(0))) {
            words.add(run.length() > LONGEST ? run.substring(0, LONGEST) : run);
            return;
        }
        var characters = run.codePoints().mapToObj(Character::toString).toList();
        for (int i = 0; i + 1 < characters.size(); i++) {
            words.add(characters.get(i) + characters.get(i + 1));
        }
        words.add(characters.getLast()); // So that one character alone is found at the end of a run too.
    }

    /** The same for what is searched, as a {@code tsquery}: all words, each as the beginning of one. */
    static String query(String typed) {
        var words = List.copyOf(of(reference(typed)));
        return asked(words).stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    }

    /** A character alone only matters where there is nothing more telling. */
    private static List<String> asked(List<String> words) {
        var telling = words.stream()
                .filter(word ->
                        word.codePointCount(0, word.length()) > 1 || !Character.isIdeographic(word.codePointAt(0)))
                .toList();
        return (telling.isEmpty() ? words : telling).stream().limit(MOST_ASKED).toList();
    }

    private static final Pattern REFERENCE = Pattern.compile("(?i)\\b([2-9a-z]{4})-([2-9a-z]{1,4})\\b");

    /** A reference is kept as one word, without its hyphen. */
    private static String reference(String typed) {
        return REFERENCE.matcher(typed).replaceAll("$1$2");
    }
}
