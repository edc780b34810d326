package org.openbeat.app.access.purpose;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name, or words that may be one, made comparable: without accents, case, order and signs. Chinese names stay in one
 * piece and begin with the family name; others are words and end with it.
 */
final class NameWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2,4}");
    /** Family names of two characters that are still common. */
    private static final Set<String> COMPOUND = Set.of("欧阳", "司马", "上官", "诸葛", "司徒", "夏侯", "皇甫", "尉迟");

    private final List<String> words;

    private NameWords(List<String> words) {
        this.words = words;
    }

    static NameWords of(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var words = new LinkedHashSet<String>();
        for (var word : NO_LETTERS.split(plain.toLowerCase(Locale.ROOT))) {
            if (word.length() > 1) {
                words.add(word);
            }
        }
        return new NameWords(List.copyOf(words));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the whole of the name is among these words; a single word that is no Chinese name proves nothing. */
    boolean hasAllOf(NameWords name) {
        var whole = name.words.size() > 1 || name.words.stream().anyMatch(CHINESE.asMatchPredicate());
        return whole && words.containsAll(name.words);
    }

    boolean hasFamilyNameOf(NameWords name) {
        var family = name.familyName();
        return !family.isEmpty()
                && words.stream().anyMatch(word -> isChinese(word) ? word.startsWith(family) : word.equals(family));
    }

    private String familyName() {
        if (words.size() == 1 && isChinese(words.getFirst())) {
            var name = words.getFirst();
            return name.length() > 2 && COMPOUND.contains(name.substring(0, 2))
                    ? name.substring(0, 2)
                    : name.substring(0, 1);
        }
        return words.size() > 1 ? words.getLast() : "";
    }

    private static boolean isChinese(String word) {
        return CHINESE.matcher(word).matches();
    }
}
