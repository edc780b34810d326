package org.openbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** Every visible text is a message, in every language. */
class MessagesTest {
    private static final Path FOLDER = Sources.RESOURCES.resolve("messages");
    private static final Path TEMPLATES = Sources.RESOURCES.resolve("templates");
    private static final String CHINESE = "_zh_CN.properties";
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9._-]*)[(}]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,}[ ,.]+[A-Za-z]{2,}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Attributes that are read to people. */
    private static final Set<String> READ_ALOUD = Set.of("aria-label", "title", "placeholder", "alt");

    @Test
    void every_message_exists_in_every_language() {
        var gaps = new ArrayList<String>();
        pairs().forEach((english, chinese) -> {
            var missing = new TreeSet<>(english.keySet());
            missing.removeAll(chinese.keySet());
            missing.forEach(key -> gaps.add(key + " is missing in Chinese"));
            var extra = new TreeSet<>(chinese.keySet());
            extra.removeAll(english.keySet());
            extra.forEach(key -> gaps.add(key + " is missing in English"));
        });
        assertThat(gaps).isEmpty();
    }

    @Test
    void chinese_messages_are_in_chinese() {
        var untranslated = new ArrayList<String>();
        pairs().forEach((english, chinese) -> chinese.forEach((key, text) -> {
            var source = english.getOrDefault(key, "");
            if (WORDS.matcher(source).find() && !HAN.matcher(text).find()) {
                untranslated.add(key + "=" + text);
            }
        }));
        assertThat(untranslated).isEmpty();
    }

    @Test
    void a_message_takes_the_same_values_in_every_language() {
        var different = new ArrayList<String>();
        pairs().forEach((english, chinese) -> english.forEach((key, text) -> {
            if (!arguments(text).equals(arguments(chinese.getOrDefault(key, text)))) {
                different.add(key);
            }
        }));
        assertThat(different).isEmpty();
    }

    /** In a message with values an apostrophe quotes what follows (java.text.MessageFormat), so it is written twice. */
    @Test
    void apostrophes_are_doubled_where_values_are_filled_in_and_only_there() {
        var wrong = new ArrayList<String>();
        all().forEach((key, text) -> {
            var single = text.replace("''", "").contains("'");
            var formatted = !arguments(text).isEmpty();
            if (formatted ? single : text.contains("''")) {
                wrong.add(key + "=" + text);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_message_that_a_template_uses_exists() {
        var known = all().keySet();
        var missing = new TreeSet<String>();
        for (var template : Sources.under(TEMPLATES, ".html")) {
            USED.matcher(Sources.read(template).replaceAll("(?s)<!--.*?-->", ""))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(Sources.name(template) + " " + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_template_has_a_text_of_its_own() {
        var literal = new ArrayList<String>();
        for (var template : Sources.under(TEMPLATES, ".html")) {
            var document = Jsoup.parse(Sources.read(template));
            for (var element : document.getAllElements()) {
                texts(element).forEach(text -> literal.add(Sources.name(template) + ": " + text));
            }
        }
        assertThat(literal).isEmpty();
    }

    /** Nothing of a page may need an exception from the policy for scripts and styles. */
    @Test
    void no_template_has_a_script_or_a_style_of_its_own() {
        var found = new ArrayList<String>();
        for (var template : Sources.under(TEMPLATES, ".html")) {
            var document = Jsoup.parse(Sources.read(template));
            document.select("style, [style], [onclick], [onsubmit], [onchange], [onload], [oninput]")
                    .forEach(element -> found.add(Sources.name(template) + ": " + element.tagName()));
            document.select("script:not([src]):not([th:src])").stream()
                    .filter(script -> !script.attr("type").endsWith("json"))
                    .forEach(element -> found.add(Sources.name(template) + ": script"));
        }
        assertThat(found).isEmpty();
    }

    /** An address without the hash of its content would be kept for a year by every browser. */
    @Test
    void assets_are_linked_by_their_hashed_address() {
        var plain = Pattern.compile("(?<!th:)\\b(href|src)=\"/(assets|webjars)/[^\"]*\"");
        var found = new ArrayList<String>();
        for (var template : Sources.under(TEMPLATES, ".html")) {
            plain.matcher(Sources.read(template))
                    .results()
                    .forEach(match -> found.add(Sources.name(template) + ": " + match.group()));
        }
        assertThat(found).isEmpty();
    }

    private static List<String> texts(Element element) {
        if (Set.of("script", "style", "code", "pre", "kbd", "samp").contains(element.tagName())
                || element.hasAttr("th:text")
                || element.hasAttr("th:utext")
                || element.hasAttr("th:replace")) {
            return List.of();
        }
        var found = new ArrayList<String>();
        element.textNodes().stream()
                .map(TextNode::text)
                .map(text -> text.replaceAll("\\[\\[.*?]]", "").strip())
                .filter(MessagesTest::hasLetters)
                .forEach(found::add);
        READ_ALOUD.stream().map(element::attr).filter(MessagesTest::hasLetters).forEach(found::add);
        return found;
    }

    private static boolean hasLetters(String text) {
        return text.chars().filter(Character::isLetter).count() > 1;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<Map<String, String>, Map<String, String>> pairs() {
        return Sources.under(FOLDER, ".properties").stream()
                .filter(file -> !file.toString().endsWith(CHINESE))
                .collect(Collectors.toMap(
                        MessagesTest::read,
                        file -> read(file.resolveSibling(
                                file.getFileName().toString().replace(".properties", CHINESE))),
                        (one, other) -> one,
                        java.util.IdentityHashMap::new));
    }

    private static Map<String, String> all() {
        var all = new TreeMap<String, String>();
        Sources.under(FOLDER, ".properties").stream()
                .filter(file -> !file.toString().endsWith(CHINESE))
                .forEach(file -> all.putAll(read(file)));
        return all;
    }

    private static Map<String, String> read(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Sources.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (one, other) -> one, TreeMap::new));
    }
}
