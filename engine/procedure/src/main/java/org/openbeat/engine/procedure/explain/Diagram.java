package org.openbeat.engine.procedure.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Step;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.clock.ClockRule;

/** Draws the steps of a pack in columns: each stands right of the first step that leads to it. */
final class Diagram {
    private static final int WIDTH = 190;
    private static final int HEIGHT = 46;
    private static final int ACROSS = 250;
    private static final int DOWN = 60;
    private static final int MARGIN = 12;
    private static final int LETTERS = 28;
    /** From here on characters are as wide as two. */
    private static final int WIDE = 0x2E80;

    /** Where a step stands. */
    private record Place(int column, int row) {
        int x() {
            return MARGIN + column * ACROSS;
        }

        int y() {
            return MARGIN + row * DOWN;
        }
    }

    private final Pack pack;
    private final Locale language;
    private final Map<StepId, Place> places;

    private Diagram(Pack pack, Locale language) {
        this.pack = pack;
        this.language = language;
        this.places = places(pack);
    }

    /** The diagram as SVG, to stand in a page; readable in black and white. */
    static String svg(Pack pack, Locale language) {
        return new Diagram(pack, language).draw();
    }

    private static Map<StepId, Place> places(Pack pack) {
        var columns = columns(pack);
        var used = new HashMap<Integer, Integer>();
        var places = new LinkedHashMap<StepId, Place>();
        for (var step : pack.steps().keySet()) {
            var column = columns.getOrDefault(step, 0);
            places.put(step, new Place(column, used.merge(column, 1, Integer::sum) - 1));
        }
        return places;
    }

    /** How many steps lead to each at least; a step that waits for several stands right of the last of them. */
    private static Map<StepId, Integer> columns(Pack pack) {
        var columns = new HashMap<StepId, Integer>();
        var changed = true;
        while (changed) {
            changed = false;
            for (var step : pack.steps().values()) {
                var column = column(step, columns);
                if (column >= 0 && !columns.containsKey(step.id())) {
                    columns.put(step.id(), column);
                    changed = true;
                }
            }
        }
        return columns;
    }

    private static int column(Step step, Map<StepId, Integer> columns) {
        var column = step.order().any().isEmpty() ? 0 : Integer.MAX_VALUE;
        for (var before : step.order().any()) {
            column = Math.min(column, columns.containsKey(before) ? columns.get(before) + 1 : Integer.MAX_VALUE);
        }
        for (var before : step.order().all()) {
            if (!columns.containsKey(before)) {
                return -1;
            }
            column = Math.max(column, columns.get(before) + 1);
        }
        return column == Integer.MAX_VALUE ? -1 : column;
    }

    private String draw() {
        var columns = places.values().stream().mapToInt(Place::column).max().orElse(0) + 1;
        var rows = places.values().stream().mapToInt(Place::row).max().orElse(0) + 1;
        var title = PageWords.DIAGRAM.in(language);
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\">\n"
                        .formatted(
                                Html.of(title),
                                columns * ACROSS + MARGIN,
                                rows * DOWN + MARGIN,
                                columns * ACROSS + MARGIN));
        svg.append("<title>").append(Html.of(title)).append("</title>\n");
        places.keySet().forEach(step -> arrows(step, svg));
        places.forEach((step, place) -> box(step(step), place, svg));
        return svg.append("</svg>\n").toString();
    }

    private Step step(StepId id) {
        return Objects.requireNonNull(pack.steps().get(id));
    }

    private void arrows(StepId id, StringBuilder svg) {
        var to = place(id);
        var before = new ArrayList<StepId>(step(id).order().any());
        before.addAll(step(id).order().all());
        for (var from : before) {
            arrow(place(from), to, svg);
        }
    }

    private Place place(StepId id) {
        return places.getOrDefault(id, new Place(0, 0));
    }

    private static void arrow(Place from, Place to, StringBuilder svg) {
        var startX = from.x() + WIDTH;
        var startY = from.y() + HEIGHT / 2;
        var endX = to.x();
        var endY = to.y() + HEIGHT / 2;
        var bend = Math.max(30, Math.abs(endX - startX) / 2);
        svg.append("<path class=\"arrow\" d=\"M%d %d C%d %d %d %d %d %d\"/>\n"
                .formatted(startX, startY, startX + bend, startY, endX - bend, endY, endX, endY));
    }

    private void box(Step step, Place place, StringBuilder svg) {
        var kind = step.effect().name().toLowerCase(Locale.ROOT);
        svg.append("<g class=\"step %s%s\"><title>%s</title>"
                .formatted(
                        kind,
                        step.closes() ? " closes" : "",
                        Html.of(step.basis().text())));
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>"
                .formatted(place.x(), place.y(), WIDTH, HEIGHT));
        var clocks = clocks(step);
        var lines = lines(step.title().in(language.getLanguage()), clocks.isEmpty() ? 2 : 1);
        for (var line = 0; line < lines.size(); line++) {
            text(lines.get(line), place, 18 + 16 * line, "name", svg);
        }
        if (!clocks.isEmpty()) {
            text(clocks, place, 38, "clock", svg);
        }
        svg.append("</g>\n");
    }

    private static void text(String text, Place place, int down, String kind, StringBuilder svg) {
        svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>"
                .formatted(kind, place.x() + 8, place.y() + down, Html.of(text)));
    }

    private String clocks(Step step) {
        var starting = pack.clocks().values().stream()
                .filter(clock -> clock.starts().contains(step.id()))
                .map((ClockRule clock) -> (clock.liberty() ? "● " : "○ ") + PageWords.lengths(clock, language))
                .toList();
        return starting.size() > 3 ? String.join("  ", starting.subList(0, 3)) + "  …" : String.join("  ", starting);
    }

    /** The text in at most so many lines of some 28 letters; a Chinese character is as wide as two. */
    private static List<String> lines(String text, int most) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            var end = lines.size() == most - 1 && width(rest) > LETTERS ? cut(rest, LETTERS - 2) : cut(rest, LETTERS);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " …");
        }
        return lines;
    }

    /** How much of the text fits: to the last space before the width, or to the last character that fits. */
    private static int cut(String text, int width) {
        var used = 0;
        var space = 0;
        for (var i = 0; i < text.length(); i++) {
            used += width(text.substring(i, i + 1));
            if (used > width) {
                return space > 0 ? space : i;
            }
            space = text.charAt(i) == ' ' || text.charAt(i) > WIDE ? i + 1 : space;
        }
        return text.length();
    }

    private static int width(String text) {
        return text.chars().map(c -> c > WIDE ? 2 : 1).sum();
    }
}
