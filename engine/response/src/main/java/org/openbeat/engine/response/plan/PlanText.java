package org.openbeat.engine.response.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.Need;
import org.openbeat.engine.response.Rules;
import org.openbeat.engine.response.Skill;
import org.openbeat.engine.response.plan.ResponsePlan.Entry;
import org.openbeat.engine.response.plan.ResponsePlan.Parsed;
import org.openbeat.engine.response.plan.ResponsePlan.Problem;
import org.openbeat.engine.response.plan.ResponsePlan.Problem.Kind;
import org.openbeat.engine.response.plan.ResponsePlan.TakeOver;

/**
 * A plan as people write it, one line for each entry; empty lines and what follows a {@code #} are for the reader.
 *
 * <pre>
 * violence 1-2: 2 units, 1 dog        two units and a third that has a dog
 * collision-injury: 1 first-aid+traffic
 * * 1: 2 units                        any other of priority 1
 * *: 1 unit
 * nearly equal: 30 s
 * free soon: 5 min
 * priority 1 takes from 3-4: 120 s    units on the way there, if they are two minutes sooner
 * </pre>
 */
final class PlanText {
    private static final Pattern ENTRY =
            Pattern.compile("(\\*|[a-z][a-z0-9-]*)(?:\\s+(\\d+)(?:\\s*-\\s*(\\d+))?)?\\s*:\\s*(.+)");
    private static final Pattern PART = Pattern.compile("(\\d+)\\s+([a-z][a-z0-9-]*(?:\\s*\\+\\s*[a-z][a-z0-9-]*)*)");
    private static final Pattern RULE = Pattern.compile("(nearly equal|free soon)\\s*:\\s*(.+)");
    private static final Pattern TAKE_OVER = Pattern.compile(
            "priority\\s+(\\d+)(?:\\s*-\\s*(\\d+))?\\s+takes from\\s+(\\d+)(?:\\s*-\\s*(\\d+))?\\s*:\\s*(.+)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,4})\\s*(s|min)");
    private static final Set<String> ANY = Set.of("unit", "units");
    private static final int LEAST_URGENT = 4;
    private static final int MOST_UNITS = 20;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final List<Entry> entries = new ArrayList<>();
    private final List<TakeOver> takeOvers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> rules = new HashSet<>();
    private Duration nearlyEqual = Rules.CAREFUL.nearlyEqual();
    private Duration freeSoon = Rules.CAREFUL.freeSoon();
    private int line;

    Parsed read(String text) {
        for (var each : text.split("\\R", -1)) {
            line++;
            var words = each.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
            if (!words.isEmpty()) {
                readLine(words);
            }
        }
        if (entries.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(0, Kind.EMPTY, ""));
        }
        return problems.isEmpty()
                ? new Parsed(new ResponsePlan(entries, nearlyEqual, freeSoon, takeOvers), problems)
                : new Parsed(null, problems);
    }

    private void readLine(String words) {
        var rule = RULE.matcher(words);
        var takeOver = TAKE_OVER.matcher(words);
        var entry = ENTRY.matcher(words);
        if (rule.matches()) {
            readRule(rule.group(1), rule.group(2));
        } else if (takeOver.matches()) {
            readTakeOver(takeOver.toMatchResult());
        } else if (entry.matches()) {
            readEntry(entry.toMatchResult());
        } else {
            problem(Kind.UNREADABLE, words);
        }
    }

    private void readRule(String name, String value) {
        var time = time(value);
        if (!rules.add(name)) {
            problem(Kind.TWICE, name);
        } else if (time != null && name.equals("free soon")) {
            freeSoon = time;
        } else if (time != null) {
            nearlyEqual = time;
        }
    }

    private void readTakeOver(MatchResult found) {
        var receiving = priorities(found.group(1), found.group(2));
        var giving = priorities(found.group(3), found.group(4));
        var gain = time(found.group(5));
        if (receiving == null || giving == null || gain == null) {
            return;
        }
        if (giving[0] <= receiving[1]) {
            problem(Kind.PRIORITY, found.group(3)); // only what is less urgent gives a unit up
            return;
        }
        takeOvers.add(new TakeOver(receiving[0], receiving[1], new Rules.TakeOver(giving[0], giving[1], gain)));
    }

    private void readEntry(MatchResult found) {
        var priorities =
                found.group(2) == null ? new int[] {1, LEAST_URGENT} : priorities(found.group(2), found.group(3));
        var parts = parts(found.group(4));
        if (priorities == null || parts.isEmpty()) {
            return;
        }
        var type = found.group(1).equals("*") ? null : found.group(1);
        var entry = new Entry(line, type, priorities[0], priorities[1], parts);
        if (entries.stream().anyMatch(earlier -> earlier.hides(entry))) {
            problem(Kind.NEVER_REACHED, found.group(1));
        }
        entries.add(entry);
    }

    private List<Need.Part> parts(String text) {
        var parts = new ArrayList<Need.Part>();
        var units = 0;
        for (var words : text.split(",", -1)) {
            var part = PART.matcher(words.strip());
            if (!part.matches()) {
                problem(Kind.UNREADABLE, words.strip());
                return List.of();
            }
            var count = number(part.group(1));
            units += count;
            if (count < 1 || units > MOST_UNITS) {
                problem(Kind.COUNT, words.strip());
                return List.of();
            }
            parts.add(new Need.Part(skills(part.group(2)), count));
        }
        return parts;
    }

    private static Set<Skill> skills(String words) {
        return Arrays.stream(words.split("\\+", -1))
                .map(String::strip)
                .filter(word -> !ANY.contains(word))
                .map(Skill::new)
                .collect(Collectors.toSet());
    }

    private int @Nullable [] priorities(String first, @Nullable String last) {
        var from = number(first);
        var to = last == null ? from : number(last);
        if (from < 1 || to < from || to > LEAST_URGENT) {
            problem(Kind.PRIORITY, last == null ? first : first + "-" + last);
            return null;
        }
        return new int[] {from, to};
    }

    private @Nullable Duration time(String words) {
        var found = TIME.matcher(words.strip());
        if (found.matches()) {
            var amount = number(found.group(1));
            var time = found.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMinutes(amount);
            if (time.compareTo(LONGEST) <= 0) {
                return time;
            }
        }
        problem(Kind.TIME, words.strip());
        return null;
    }

    /** Numbers that are too long for a number are too large for everything here. */
    private static int number(String digits) {
        return digits.length() > 6 ? Integer.MAX_VALUE / 2 : Integer.parseInt(digits);
    }

    private void problem(Kind kind, String about) {
        problems.add(new Problem(line, kind, about));
    }
}
