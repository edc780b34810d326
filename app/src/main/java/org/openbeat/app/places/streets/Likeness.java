package org.openbeat.app.places.streets;

import java.util.List;
import org.openbeat.app.places.streets.JdbcStreets.Hit;
import org.openbeat.app.places.streets.StreetIndex.Kind;

/** How well a name fits what was typed, from 0 to 1. */
final class Likeness {
    /** Below this it is noise. */
    static final double LEAST = 0.45;

    private Likeness() {}

    static double of(String folded, Hit hit) {
        var fit = Math.max(byName(folded, hit), 0.93 * byCore(folded, hit));
        // Among equals the larger street, the better known landmark; never enough to beat a better name.
        return Math.min(1, fit - 0.02 + 0.02 * Math.min(1, hit.weight() / 10));
    }

    private static double byName(String folded, Hit hit) {
        if (hit.folded().equals(folded)) {
            return 1;
        }
        if (hit.folded().startsWith(folded)) {
            return 0.8 + 0.15 * folded.length() / hit.folded().length();
        }
        if ((" " + hit.folded()).contains(" " + folded)) {
            return 0.75 + 0.15 * folded.length() / hit.folded().length();
        }
        if (wordsBegin(folded, hit.folded())) {
            return 0.7 + 0.15 * folded.length() / hit.folded().length();
        }
        return Math.max(byEdits(folded, hit.folded()), 0.8 * Math.max(hit.similarity(), hit.wordSimilarity()));
    }

    /** Typed "central sta", found "Central Bus Station": every word typed begins a word of the name, in order. */
    private static boolean wordsBegin(String typed, String name) {
        var words = List.of(name.split(" ")).iterator();
        for (var wanted : typed.split(" ")) {
            var found = false;
            while (!found && words.hasNext()) {
                found = words.next().startsWith(wanted);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** What is left without "street" and "north" weighs by itself, if there was something left to leave out. */
    private static double byCore(String folded, Hit hit) {
        var core = Folding.core(folded);
        if (hit.kind() != Kind.STREET) {
            return 0;
        }
        if (hit.core().equals(core)) {
            return contradicts(folded, hit.folded()) ? 0.8 : 0.97;
        }
        return 0.92 * byEdits(core, hit.core());
    }

    /** Typed "Park Avenue", found "Park Street": the same core, another kind. */
    private static boolean contradicts(String folded, String found) {
        return !List.of(found.split(" ")).containsAll(List.of(folded.split(" ")));
    }

    private static double byEdits(String typed, String name) {
        var longer = Math.max(typed.length(), name.length());
        var edits = edits(typed, name);
        // A slip or two in a word; more are another word.
        return edits > 1 + longer / 5 ? 0 : 1 - 0.9 * edits / longer;
    }

    /** The least number of letters to add, drop, change or swap with a neighbour. */
    static int edits(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int step(int[][] rows, String a, String b, int i, int j) {
        var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        var least = Math.min(rows[i - 1][j - 1] + same, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        var swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
