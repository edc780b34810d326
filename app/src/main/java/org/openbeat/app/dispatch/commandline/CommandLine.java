package org.openbeat.app.dispatch.commandline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openbeat.app.dispatch.Manner;
import org.openbeat.app.dispatch.commandline.Line.Problem;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;

/**
 * Reads the command line: a letter or a word for what to do, then the number of the incident or the call sign of the
 * unit, then words. It only reads; whether it may be done, the service says.
 */
public final class CommandLine {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("#?(0*\\d{1,6}|\\d{4}-\\d{2}-\\d{2}/\\d{1,6})");
    private static final Pattern CALL_SIGN = Pattern.compile("[a-z0-9-]{1,12}");

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("assign", "a"),
            Map.entry("cancel", "u"),
            Map.entry("enroute", "e"),
            Map.entry("status", "s"),
            Map.entry("onscene", "s"),
            Map.entry("ack", "k"),
            Map.entry("available", "v"),
            Map.entry("note", "n"),
            Map.entry("t", "n"),
            Map.entry("priority", "p"),
            Map.entry("confirm", "y"),
            Map.entry("close", "c"),
            Map.entry("x", "c"),
            Map.entry("reopen", "r"),
            Map.entry("link", "l"),
            Map.entry("open", "o"),
            Map.entry("find", "f"));

    private static final Map<String, UnitStatus> STATUSES = Map.ofEntries(
            Map.entry("av", UnitStatus.AVAILABLE),
            Map.entry("free", UnitStatus.AVAILABLE),
            Map.entry("available", UnitStatus.AVAILABLE),
            Map.entry("ak", UnitStatus.ACKNOWLEDGED),
            Map.entry("ack", UnitStatus.ACKNOWLEDGED),
            Map.entry("er", UnitStatus.EN_ROUTE),
            Map.entry("enroute", UnitStatus.EN_ROUTE),
            Map.entry("os", UnitStatus.ON_SCENE),
            Map.entry("onscene", UnitStatus.ON_SCENE),
            Map.entry("tr", UnitStatus.TRANSPORTING),
            Map.entry("transporting", UnitStatus.TRANSPORTING),
            Map.entry("br", UnitStatus.ON_BREAK),
            Map.entry("break", UnitStatus.ON_BREAK),
            Map.entry("un", UnitStatus.UNAVAILABLE),
            Map.entry("unavailable", UnitStatus.UNAVAILABLE));

    private CommandLine() {}

    /** Reads one line; what it cannot read it says, with the word at which it stopped. */
    public static Line read(String typed) {
        var words = Arrays.asList(SPACE.split(typed.strip()));
        var first = words.getFirst().toLowerCase(Locale.ROOT);
        if (first.isEmpty()) {
            return new Line.Unclear(Problem.EMPTY, "");
        }
        if (isNumber(first)) {
            return new Line.Open(number(first));
        }
        var rest = words.subList(1, words.size());
        return switch (LETTERS.getOrDefault(first, first)) {
            case "f" -> rest.isEmpty() ? unclear(Problem.TEXT_MISSING, first) : new Line.Find(String.join(" ", rest));
            case "e" -> status(rest, UnitStatus.EN_ROUTE, first);
            case "s" -> status(rest, UnitStatus.ON_SCENE, first);
            case "k" -> status(rest, UnitStatus.ACKNOWLEDGED, first);
            case "v" -> status(rest, UnitStatus.AVAILABLE, first);
            case "a", "u", "n", "p", "y", "c", "r", "l", "o" -> aboutIncident(LETTERS.getOrDefault(first, first), rest);
            default -> unclear(Problem.UNKNOWN_COMMAND, first);
        };
    }

    private static Line status(List<String> rest, UnitStatus usual, String first) {
        var unit = rest.stream().findFirst().flatMap(CommandLine::callSign);
        if (unit.isEmpty()) {
            return unclear(Problem.UNIT_MISSING, rest.isEmpty() ? first : rest.getFirst());
        }
        if (rest.size() == 1) {
            return new Line.Status(unit.get(), usual);
        }
        var named = STATUSES.get(rest.get(1).toLowerCase(Locale.ROOT));
        return named == null || rest.size() > 2
                ? unclear(Problem.STATUS_UNKNOWN, rest.getLast())
                : new Line.Status(unit.get(), named);
    }

    private static Line aboutIncident(String letter, List<String> rest) {
        if (rest.isEmpty() || !isNumber(rest.getFirst())) {
            return unclear(Problem.INCIDENT_MISSING, rest.isEmpty() ? letter : rest.getFirst());
        }
        var incident = number(rest.getFirst());
        var more = rest.subList(1, rest.size());
        var text = String.join(" ", more);
        return switch (letter) {
            case "a" -> assign(incident, more);
            case "u" -> cancel(incident, more);
            case "n" -> more.isEmpty() ? unclear(Problem.TEXT_MISSING, incident) : new Line.Note(incident, text);
            case "r" -> more.isEmpty() ? unclear(Problem.TEXT_MISSING, incident) : new Line.Reopen(incident, text);
            case "p" ->
                text.matches("[1-4]")
                        ? new Line.Prioritise(incident, new Priority(Integer.parseInt(text)))
                        : unclear(Problem.PRIORITY_MISSING, text);
            case "c" -> close(incident, more);
            case "l" ->
                more.size() == 1 && isNumber(text)
                        ? new Line.Join(incident, number(text))
                        : unclear(Problem.OTHER_INCIDENT_MISSING, text);
            case "y" -> new Line.ConfirmLocation(incident);
            default -> new Line.Open(incident);
        };
    }

    private static Line assign(String incident, List<String> words) {
        var units = new ArrayList<String>();
        var manner = Manner.NOW;
        var confirmed = false;
        for (var word : words) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "+" -> manner = Manner.STACK;
                case "!" -> manner = Manner.PREEMPT;
                case "ok" -> confirmed = true;
                default -> {
                    var unit = callSign(word);
                    if (unit.isEmpty()) {
                        return unclear(Problem.UNIT_MISSING, word);
                    }
                    units.add(unit.get());
                }
            }
        }
        return units.isEmpty()
                ? unclear(Problem.UNIT_MISSING, incident)
                : new Line.Assign(incident, units, manner, confirmed || manner == Manner.PREEMPT);
    }

    private static Line cancel(String incident, List<String> words) {
        return words.stream()
                .findFirst()
                .flatMap(CommandLine::callSign)
                .<Line>map(unit -> new Line.Cancel(incident, unit, String.join(" ", words.subList(1, words.size()))))
                .orElseGet(() -> unclear(Problem.UNIT_MISSING, words.isEmpty() ? incident : words.getFirst()));
    }

    private static Line close(String incident, List<String> words) {
        return words.isEmpty()
                ? unclear(Problem.DISPOSITION_MISSING, incident)
                : new Line.Close(
                        incident,
                        words.getFirst().toLowerCase(Locale.ROOT),
                        String.join(" ", words.subList(1, words.size())));
    }

    private static Line unclear(Problem problem, String word) {
        return new Line.Unclear(problem, word);
    }

    private static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    /** Without the sign and leading zeros: the room says 12, writes #12 and prints 012. */
    private static String number(String word) {
        return word.replaceFirst("^#?0*(?=\\d)", "");
    }

    /** {@code U7}, {@code u7} and {@code u_7} are one unit. */
    private static Optional<String> callSign(String word) {
        var sign = word.toLowerCase(Locale.ROOT).replace("_", "");
        return CALL_SIGN.matcher(sign).matches() ? Optional.of(sign) : Optional.empty();
    }
}
