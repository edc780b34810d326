package org.openbeat.engine.procedure.reading;

import java.io.StringReader;
import java.util.List;
import org.openbeat.engine.procedure.pack.Mark;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Composes YAML without giving any scalar a type: a version 1.10 stays 1.10, a time 10:20 is no number of base 60, and
 * "no" is a word. No anchors, no tags.
 */
final class YamlText {
    private YamlText() {}

    /** The root of {@code text}; on an error of syntax an empty mapping, and the error is among the problems. */
    static YamlValue read(String file, String text, Problems problems) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(2_000_000);
        try {
            var root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root != null) {
                return new YamlValue(file, root, problems);
            }
            problems.add(new Mark(file, 1, 1), "the file is empty");
        } catch (MarkedYAMLException e) {
            var at = e.getProblemMark();
            problems.add(new Mark(file, at.getLine() + 1, at.getColumn() + 1), String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            problems.add(new Mark(file, 1, 1), String.valueOf(e.getMessage()));
        }
        return YamlValue.empty(file, problems);
    }

    /** Of the known words the one nearest to {@code word}; empty when none is near. */
    static String nearest(String word, Iterable<String> known) {
        var best = "";
        var least = Math.max(2, word.length() / 3) + 1;
        for (var candidate : known) {
            var distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    static String maybe(String word, Iterable<String> known) {
        var near = nearest(word, known);
        return near.isEmpty() ? "" : "; maybe " + near;
    }

    static String listed(List<String> words) {
        return String.join(", ", words);
    }

    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var cost = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
