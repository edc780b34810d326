package org.openbeat.engine.response.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.Need;
import org.openbeat.engine.response.Rules;

/**
 * Which units go to which incident, and by which rules they are found.
 *
 * @param entries the first that fits an incident holds
 * @param nearlyEqual units that are there within this time of each other count as equally soon
 * @param freeSoon a unit that is expected to be free within this time may be proposed; zero means none
 * @param takeOvers which units may be taken from other work
 */
public record ResponsePlan(List<Entry> entries, Duration nearlyEqual, Duration freeSoon, List<TakeOver> takeOvers) {
    public ResponsePlan {
        entries = List.copyOf(entries);
        takeOvers = List.copyOf(takeOvers);
    }

    /**
     * What goes to incidents of a type.
     *
     * @param line where it stands in the text, from 1
     * @param type the code of the type; null means all
     * @param from the most urgent priority for which it holds, from 1
     * @param to the least urgent
     */
    public record Entry(int line, @Nullable String type, int from, int to, List<Need.Part> parts) {
        public Entry {
            parts = List.copyOf(parts);
        }

        boolean fits(String other, int priority) {
            return (type == null || type.equals(other)) && from <= priority && priority <= to;
        }

        /** Whether it holds for everything for which the other does. */
        boolean hides(Entry other) {
            return (type == null || type.equals(other.type)) && from <= other.from && other.to <= to;
        }
    }

    /** An incident of priority {@code forFrom} to {@code forTo} may be given a unit as the rule says. */
    public record TakeOver(int forFrom, int forTo, Rules.TakeOver rule) {}

    /**
     * Reads a plan, or says for each line what is wrong with it.
     *
     * @see PlanText the text, line by line
     */
    public static Parsed parse(String text) {
        return new PlanText().read(text);
    }

    /**
     * The same, and each type that a line names must be one of these.
     *
     * @param types the codes of all types of incident
     */
    public static Parsed parse(String text, Set<String> types) {
        var parsed = parse(text);
        var plan = parsed.plan();
        if (plan == null) {
            return parsed;
        }
        var unknown = plan.entries().stream()
                .filter(entry -> entry.type() != null && !types.contains(entry.type()))
                .map(entry -> new Problem(entry.line(), Problem.Kind.UNKNOWN_TYPE, String.valueOf(entry.type())))
                .toList();
        return unknown.isEmpty() ? parsed : new Parsed(null, unknown);
    }

    /**
     * @param plan null when there is a problem
     */
    public record Parsed(@Nullable ResponsePlan plan, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What is wrong with a line.
     *
     * @param line from 1; 0 for the whole
     * @param about the words in question
     */
    public record Problem(int line, Kind kind, String about) {
        /** Kinds of problems. */
        public enum Kind {
            /** It is neither an entry nor a rule. */
            UNREADABLE,
            /** A priority is 1 to 4, and the more urgent stands first. */
            PRIORITY,
            /** A number of units is 1 to 20. */
            COUNT,
            /** A time is in seconds or minutes, at most an hour. */
            TIME,
            /** There is no type of incident with this code. */
            UNKNOWN_TYPE,
            /** An earlier line holds for everything for which this one would. */
            NEVER_REACHED,
            /** A rule stands there twice. */
            TWICE,
            /** It has no entry. */
            EMPTY
        }
    }

    /** What the incident needs; empty when no entry fits. */
    public Optional<Need> need(String type, int priority) {
        return entry(type, priority).map(entry -> Need.of(entry.parts()));
    }

    public Optional<Entry> entry(String type, int priority) {
        return entries.stream().filter(entry -> entry.fits(type, priority)).findFirst();
    }

    /** By which rules an incident of the priority is served. */
    public Rules rules(int priority) {
        var taken = takeOvers.stream()
                .filter(each -> each.forFrom() <= priority && priority <= each.forTo())
                .map(TakeOver::rule)
                .toList();
        return new Rules(nearlyEqual, freeSoon, taken);
    }
}
