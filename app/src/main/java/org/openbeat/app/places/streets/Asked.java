package org.openbeat.app.places.streets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.GeoPoint;

/**
 * What somebody typed, taken apart.
 *
 * @param name the name of a street or of something else
 * @param number a house number, lower case; null if none was typed
 * @param hint what stood behind a comma: a town, a state
 */
record Asked(String name, @Nullable String number, String hint) {
    private static final String NUMBER = "(\\d{1,6})(?:\\s?([a-zA-Z]|bis|ter))?(?:\\s?[-–/]\\s?\\d{1,6}[a-zA-Z]?)?";
    private static final Pattern NUMBER_FIRST = Pattern.compile("(?i)" + NUMBER + "[\\s,]+(\\D.*)");
    private static final Pattern NUMBER_LAST = Pattern.compile("(?i)(.*?\\D)[\\s,]+" + NUMBER);
    private static final Pattern NUMBER_ALONE = Pattern.compile("(?i)" + NUMBER);
    private static final Pattern NUMBER_LAST_CHINESE = Pattern.compile("(.*\\p{IsHan})\\s*(\\d{1,6})\\s*[号號]?");
    private static final Pattern ORDINAL_NAME = Pattern.compile("(?i)\\d+(st|nd|rd|th)\\b.*");
    private static final Pattern CROSSING =
            Pattern.compile("(?i)\\s*[&@/＆]\\s*|\\s+(?:and|at|et|und|y|i|corner of)\\s+|\\s*[与與和]\\s*");
    private static final Pattern CROSSING_WORDS =
            Pattern.compile("(?i)^(?:corner of|intersection of|crossing of)\\s+|(?:的)?(?:交叉口|路口|交界处?|交汇处?)$");
    private static final Pattern COORDINATES =
            Pattern.compile("\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,; ]\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*");

    /** Two streets that may cross. */
    record Pair(String first, String second) {}

    static String clean(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    /** Latitude and longitude, if that is what was typed; at least one has decimals. */
    static Optional<GeoPoint> coordinates(String text) {
        var match = COORDINATES.matcher(text);
        if (!match.matches() || !text.contains(".")) {
            return Optional.empty();
        }
        var latitude = Double.parseDouble(match.group(1));
        var longitude = Double.parseDouble(match.group(2));
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? Optional.of(new GeoPoint(latitude, longitude))
                : Optional.empty();
    }

    /** The two names, if it may be a crossing. */
    static Optional<Pair> crossing(String text) {
        var bare = CROSSING_WORDS.matcher(text).replaceAll("");
        var parts = CROSSING.split(bare);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Pair(parts[0].strip(), beforeComma(parts[1])));
    }

    private static String beforeComma(String text) {
        var comma = text.indexOf(',');
        return (comma < 0 ? text : text.substring(0, comma)).strip();
    }

    /** The ways to read it, the likeliest first. */
    static List<Asked> readings(String text) {
        var readings = new ArrayList<Asked>();
        if (!ORDINAL_NAME.matcher(text).matches()) {
            var first = NUMBER_FIRST.matcher(text);
            if (first.matches()) {
                readings.add(withHint(first.group(3), joined(first.group(1), first.group(2))));
            }
        }
        var name = withHint(text, null);
        var chinese = NUMBER_LAST_CHINESE.matcher(name.name);
        var last = NUMBER_LAST.matcher(name.name);
        var behindComma = NUMBER_ALONE.matcher(name.hint);
        if (behindComma.matches()) {
            readings.add(new Asked(name.name, joined(behindComma.group(1), behindComma.group(2)), ""));
        } else if (chinese.matches()) {
            readings.add(new Asked(chinese.group(1), chinese.group(2), name.hint));
        } else if (last.matches()) {
            readings.add(new Asked(last.group(1), joined(last.group(2), last.group(3)), name.hint));
        }
        readings.add(name);
        return readings;
    }

    private static String joined(String digits, @Nullable String letter) {
        return letter == null ? digits : digits + letter.toLowerCase(Locale.ROOT);
    }

    private static Asked withHint(String text, @Nullable String number) {
        var comma = text.indexOf(',');
        return comma <= 0
                ? new Asked(text, number, "")
                : new Asked(
                        text.substring(0, comma),
                        number,
                        text.substring(comma + 1).strip());
    }
}
