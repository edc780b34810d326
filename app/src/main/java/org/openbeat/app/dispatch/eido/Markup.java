package org.openbeat.app.dispatch.eido;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of a note without the markup around them. It goes over the text once, however that is made: a partner may
 * send a million characters that look like the beginning of a tag.
 */
final class Markup {
    private static final Set<String> BREAKS = Set.of("br", "/p", "/div", "/li", "/tr");
    private static final int LONGEST_NAME = 10;

    /** What stands in these is not for people; where each ends. */
    private static final Map<String, Pattern> UNSPOKEN = Map.of(
            "script", Pattern.compile("(?i)</script\\s*>"),
            "style", Pattern.compile("(?i)</style\\s*>"));

    private final String html;
    private final StringBuilder words = new StringBuilder();
    private final Set<String> neverEnded = new HashSet<>();

    private Markup(String html) {
        this.html = html;
    }

    static String leftOut(String html) {
        return HtmlUtils.htmlUnescape(new Markup(html).words()).strip();
    }

    private String words() {
        int at = 0;
        while (at < html.length()) {
            int begin = html.indexOf('<', at);
            int end = begin < 0 ? -1 : html.indexOf('>', begin);
            if (end < 0) { // No tag ends any more: a "<" is one that somebody wrote.
                words.append(html, at, html.length());
                break;
            }
            words.append(html, at, begin);
            at = behind(name(begin + 1, end), end + 1);
        }
        return words.toString();
    }

    private String name(int from, int end) {
        int to = from;
        while (to < Math.min(end, from + LONGEST_NAME) && (Character.isLetterOrDigit(html.charAt(to)) || to == from)) {
            to++;
        }
        return html.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** Where it goes on after a tag that ends before {@code next}. */
    private int behind(String tag, int next) {
        if (BREAKS.contains(tag)) {
            words.append('\n');
        }
        var ending = UNSPOKEN.get(tag);
        if (ending == null || neverEnded.contains(tag)) {
            return next;
        }
        var found = ending.matcher(html);
        if (found.find(next)) {
            return found.end();
        }
        neverEnded.add(tag); // Nor does any later one; it is looked for once.
        return next;
    }
}
