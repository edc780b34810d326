package org.openbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The types of problem: each refusal in the code has its texts, and each text its refusal. */
class ProblemsTest {
    private static final Pattern TITLE = Pattern.compile("^problem\\.([a-z0-9-]+)\\.title *=(.*)$", Pattern.MULTILINE);
    private static final Pattern DETAIL =
            Pattern.compile("^problem\\.([a-z0-9-]+)\\.detail *=(.*)$", Pattern.MULTILINE);
    /** {@code new Refusal(Kind.X, "type"} and {@code super(Kind.X, "type"}, over line ends. */
    private static final Pattern REFUSED = Pattern.compile(
            "\\bKind\\.(?:INVALID|FORBIDDEN|NOT_FOUND|CONFLICT|TOO_LARGE|TOO_MANY|UNAVAILABLE),\\s*\"([a-z0-9-]+)\"");

    @Test
    void a_type_is_described_in_one_place() {
        var seen = new TreeMap<String, String>();
        var twice = new ArrayList<String>();
        for (var file : Sources.under(Sources.RESOURCES.resolve("messages"), ".properties")) {
            if (!file.toString().contains("_zh_CN")) {
                TITLE.matcher(Sources.read(file)).results().forEach(found -> {
                    if (seen.put(found.group(1), Sources.name(file)) != null) {
                        twice.add(found.group(1));
                    }
                });
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_refusal_in_the_code_has_a_title_and_a_detail() {
        var titles = texts(TITLE).keySet();
        var details = texts(DETAIL).keySet();
        assertThat(titles).isEqualTo(details);
        var missing = new TreeSet<String>();
        for (var file : Sources.mainJava()) {
            REFUSED.matcher(Sources.read(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(type -> !titles.contains(type))
                    .forEach(type -> missing.add(Sources.name(file) + " " + type));
        }
        assertThat(missing).as("types without problem.<type>.title and .detail").isEmpty();
    }

    @Test
    void every_described_type_is_one_that_the_code_refuses_with() {
        var code =
                String.join("\n", Sources.mainJava().stream().map(Sources::read).toList());
        assertThat(texts(TITLE).keySet())
                .filteredOn(type -> !code.contains("\"" + type + "\""))
                .isEmpty();
    }

    @Test
    void the_page_of_problems_says_what_the_messages_say() {
        var page = new StringBuilder("""
                # Problems

                Every refusal is a problem detail ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)). Its `type` is the path
                `/problems/<type>` of a page that explains it in the reader's language. A type, once released, never changes.
                A test writes this page from the messages.

                | Type | Title | Detail |
                | --- | --- | --- |
                """);
        var details = texts(DETAIL);
        texts(TITLE)
                .forEach((type, title) -> page.append("| `%s` | %s | %s |%n"
                        .formatted(type, title, details.getOrDefault(type, "").replace("''", "'"))));
        WrittenPage.mustSay("problems.md", page.toString());
    }

    private static Map<String, String> texts(Pattern pattern) {
        var texts = new TreeMap<String, String>();
        for (var file : Sources.under(Sources.RESOURCES.resolve("messages"), ".properties")) {
            if (!file.toString().contains("_zh_CN")) {
                pattern.matcher(Sources.read(file))
                        .results()
                        .forEach(found ->
                                texts.put(found.group(1), found.group(2).strip()));
            }
        }
        return texts;
    }
}
