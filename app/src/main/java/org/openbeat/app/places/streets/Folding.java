package org.openbeat.app.places.streets;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings the ways to write one name together: case, accents, punctuation, usual abbreviations. The same folding is done
 * to what is on the map and to what is typed, so it need not be right, only the same.
 */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DROPPED = Pattern.compile("['’`´.]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final Set<String> DIRECTIONS =
            Set.of("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest");

    private static final Set<String> KINDS = Set.of(
            "street",
            "avenue",
            "boulevard",
            "road",
            "drive",
            "lane",
            "court",
            "place",
            "square",
            "parkway",
            "highway",
            "terrace",
            "circle",
            "trail",
            "way",
            "alley",
            "freeway",
            "expressway",
            "route",
            "rue",
            "chemin",
            "impasse",
            "passage",
            "carrer",
            "strasse",
            "weg",
            "gasse",
            "platz",
            "plaza",
            "via");

    private static final Map<String, String> SHORT = shortForms("""
            street st
            avenue ave av aven avinguda avenida avda
            boulevard blvd bd boul bvd
            road rd
            drive dr
            lane ln
            court ct
            place pl placa
            square sq
            parkway pkwy pky
            highway hwy
            terrace ter terr
            circle cir
            trail trl
            alley aly
            freeway fwy
            expressway expy
            route rte
            chemin ch
            impasse imp
            passage pass
            strasse str
            center ctr centre
            mount mt
            fort ft
            saint ste
            north n
            south s
            east e
            west w
            northeast ne
            northwest nw
            southeast se
            southwest sw
            1st first
            2nd second
            3rd third
            4th fourth
            5th fifth
            6th sixth
            7th seventh
            8th eighth
            9th ninth
            10th tenth
            """);

    private Folding() {}

    private static Map<String, String> shortForms(String table) {
        var forms = new HashMap<String, String>();
        for (var line : table.lines().toList()) {
            var words = List.of(line.split(" "));
            words.forEach(word -> forms.put(word, words.getFirst()));
        }
        return Map.copyOf(forms);
    }

    static String fold(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        plain = plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o");
        plain = DROPPED.matcher(plain).replaceAll("");
        var words = BETWEEN.matcher(plain).replaceAll(" ").strip().split(" ");
        for (var i = 0; i < words.length; i++) {
            words[i] = word(words, i);
        }
        return String.join(" ", words);
    }

    private static String word(String[] words, int i) {
        var word = words[i];
        if (word.equals("st") && i == 0 && words.length > 1) {
            return "saint"; // St Clair, but Main St
        }
        if (word.length() > 5 && word.endsWith("str")) {
            return word + "asse";
        }
        return words.length == 1 ? word : SHORT.getOrDefault(word, word);
    }

    /** A folded name without the words for its kind and direction, or all of it if nothing else is left. */
    static String core(String folded) {
        var core = Arrays.stream(folded.split(" "))
                .filter(word -> !KINDS.contains(word) && !DIRECTIONS.contains(word))
                .collect(joining(" "));
        return core.isEmpty() ? folded : core;
    }

    /** A folded text with words one slip away from a kind of street put right: "hihg streer", "hihg street". */
    static String withKindsRight(String folded) {
        return Arrays.stream(folded.split(" ")).map(Folding::kindRight).collect(joining(" "));
    }

    private static String kindRight(String word) {
        return word.length() < 5 || KINDS.contains(word)
                ? word
                : KINDS.stream()
                        .filter(kind -> kind.length() >= 5 && Likeness.edits(word, kind) == 1)
                        .findFirst()
                        .orElse(word);
    }
}
