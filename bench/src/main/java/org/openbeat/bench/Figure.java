package org.openbeat.bench;

import java.util.Locale;

/**
 * One result and the bar it is held against.
 *
 * @param name stable name, lower-case words joined by '-'
 * @param value what came out, most often a ratio
 * @param bar the bar
 * @param bound on which side of the bar the value should lie
 */
record Figure(String name, double value, double bar, Bound bound) {

    /** On which side of its bar a value should lie. */
    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    static Figure atLeast(String name, double value, double bar) {
        return new Figure(name, value, bar, Bound.AT_LEAST);
    }

    static Figure atMost(String name, double value, double bar) {
        return new Figure(name, value, bar, Bound.AT_MOST);
    }

    boolean reached() {
        return switch (bound) {
            case AT_LEAST -> value >= bar;
            case AT_MOST -> value <= bar;
        };
    }

    /** The line that programs read: {@code figure NAME VALUE BAR ok} or {@code … short}. */
    String line() {
        return String.format(Locale.ROOT, "figure %s %.3f %.3f %s", name, value, bar, reached() ? "ok" : "short");
    }
}
