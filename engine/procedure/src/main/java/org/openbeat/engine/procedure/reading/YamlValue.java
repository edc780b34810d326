package org.openbeat.engine.procedure.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.engine.procedure.pack.LocalText;
import org.openbeat.engine.procedure.pack.Mark;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a YAML file, with its place. What is wrong with it goes to the problems, and reading goes on. */
public final class YamlValue {
    private final String file;
    private final Node node;
    private final Problems problems;

    YamlValue(String file, Node node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    static YamlValue empty(String file, Problems problems) {
        return new YamlValue(file, new MappingNode(Tag.MAP, List.of(), DumperOptions.FlowStyle.BLOCK), problems);
    }

    /** Reads the root of a file. */
    public static YamlValue read(String file, String text, Problems problems) {
        return YamlText.read(file, text, problems);
    }

    public Mark mark() {
        var at = node.getStartMark();
        return at == null ? new Mark(file, 1, 1) : new Mark(file, at.getLine() + 1, at.getColumn() + 1);
    }

    /** The place of a character of this scalar, counted from 0 in its text. */
    public Mark markAt(int offset) {
        var start = mark();
        var plain = node instanceof ScalarNode scalar && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
        var block = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                        || scalar.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED);
        return block ? start : new Mark(file, start.line(), start.column() + offset + (plain ? 0 : 1));
    }

    public void problem(String text) {
        problems.add(mark(), text);
    }

    /** Its members, in order; names that stand twice are problems. */
    public Map<String, YamlValue> members() {
        var members = new LinkedHashMap<String, YamlValue>();
        if (!(node instanceof MappingNode mapping)) {
            problem("expected names with values (name: value)");
            return members;
        }
        for (var tuple : mapping.getValue()) {
            var key = new YamlValue(file, tuple.getKeyNode(), problems);
            var value = new YamlValue(file, tuple.getValueNode(), problems);
            if (members.put(key.text(), value) != null) {
                key.problem(key.text() + " stands here twice");
            }
        }
        return members;
    }

    /** Its members as fields of something that the pack calls {@code what}. */
    public Fields fields(String what) {
        return new Fields(this, what);
    }

    /** Its items; one scalar counts as a list of one. */
    public List<YamlValue> items() {
        if (node instanceof SequenceNode sequence) {
            var items = new ArrayList<YamlValue>();
            sequence.getValue().forEach(item -> items.add(new YamlValue(file, item, problems)));
            return items;
        }
        return isEmpty() ? List.of() : List.of(this);
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether nothing stands where the value would be. */
    public boolean isEmpty() {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
                && scalar.getValue().isEmpty();
    }

    /** Whether the text stands in quotes, and so is a text whatever it looks like. */
    public boolean isQuoted() {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN;
    }

    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        problem("expected one word or text");
        return "?";
    }

    public List<String> texts() {
        return items().stream().map(YamlValue::text).toList();
    }

    /** A text in each language, or one text, which is English. */
    public LocalText local() {
        if (!isMapping()) {
            return new LocalText(Map.of("en", text()));
        }
        var texts = new LinkedHashMap<String, String>();
        members().forEach((language, text) -> texts.put(language, text.text()));
        return new LocalText(texts);
    }

    public boolean yes() {
        return switch (text()) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> {
                problem("expected yes or no");
                yield false;
            }
        };
    }

    public long number() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            problem("expected a whole number instead of " + text());
            return 1;
        }
    }

    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            problem("expected a date such as 2026-01-01 instead of " + text());
            return LocalDate.EPOCH;
        }
    }

    /** One of the words of an enumeration, written in lower case with hyphens. */
    public <E extends Enum<E>> E word(Class<E> words) {
        var known = new LinkedHashMap<String, E>();
        for (var word : words.getEnumConstants()) {
            known.put(word.name().toLowerCase(Locale.ROOT).replace('_', '-'), word);
        }
        var word = known.get(text());
        if (word == null) {
            problem("expected one of " + String.join(", ", known.keySet()) + " instead of " + text());
            return words.getEnumConstants()[0];
        }
        return word;
    }
}
