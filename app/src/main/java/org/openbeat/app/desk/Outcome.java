package org.openbeat.app.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The list of outcomes that may be public; each has plain words in the messages as {@code desk.outcome.<code>}. */
public enum Outcome {
    FIXED(true),
    PASSED_ON(true),
    SPOKE_WITH(true),
    AGREEMENT(true),
    PATROLS(true),
    RETURNED(true),
    INVESTIGATING(true),
    HELPED(true),
    SEEN_NOTHING(true),
    ANSWERED(true),
    DEALT_WITH(true),
    NOT_OURS(false),
    NOT_ENOUGH(false),
    NOTHING_POSSIBLE(false);

    private final boolean resolves;

    Outcome(boolean resolves) {
        this.resolves = resolves;
    }

    /** Whether something was done; otherwise it is a reason to decline. */
    public boolean resolves() {
        return resolves;
    }

    /** Lower-case, words joined by '-'. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Outcome> of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }

    public static List<Outcome> resolving() {
        return Arrays.stream(values()).filter(Outcome::resolves).toList();
    }

    public static List<Outcome> declining() {
        return Arrays.stream(values()).filter(outcome -> !outcome.resolves()).toList();
    }
}
