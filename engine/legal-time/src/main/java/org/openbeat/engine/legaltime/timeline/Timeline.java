package org.openbeat.engine.legaltime.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.legaltime.Deadline;
import org.openbeat.engine.legaltime.Derivation;
import org.openbeat.engine.legaltime.Explanation;
import org.openbeat.engine.legaltime.Sentence;
import org.openbeat.engine.legaltime.Step;
import org.openbeat.engine.legaltime.fact.Interval;

/**
 * A deadline as a line of time: when the clock ran, stood still and passed over days off, what extended it, and where
 * the readings that do not count would have ended. For a page beside the explanation; the whole explanation is in
 * its description, for who can't see it.
 */
public final class Timeline {
    private static final double WIDTH = 720;
    private static final double MARGIN = 20;
    private static final double BAR = 60;
    private static final double BAR_HEIGHT = 22;
    private static final double NOTES = 132;
    private static final double LINE = 20;
    private static final String RUNS = "#1d70b8";
    private static final String OFF = "#b1b4b6";
    private static final String STILL = "#f47738";
    private static final String INK = "#0b0c0c";

    /** Something at one time, told below the line under a number. */
    private record Note(Instant at, String words, String dashes) {}

    private final Deadline deadline;
    private final Derivation derivation;
    private final Explanation explanation;
    private final Scale scale;
    private final List<Note> notes;
    private final String id;

    private Timeline(Deadline deadline, Explanation explanation) {
        this.deadline = deadline;
        this.derivation = deadline.derivation();
        this.explanation = explanation;
        this.notes = notes();
        this.scale = scale();
        this.id = "clock-"
                + Integer.toHexString(
                        deadline.rule().hashCode() * 31 + deadline.end().hashCode());
    }

    /**
     * Draws.
     *
     * @param explanation the words, in the language of the page
     * @return a whole {@code svg} element, 720 wide, without script, style or link
     */
    public static String svg(Deadline deadline, Explanation explanation) {
        return new Timeline(deadline, explanation).draw();
    }

    private String draw() {
        double height = NOTES + LINE * (notes.size() + 1);
        var drawing = new Drawing()
                .open(WIDTH, height, id, title(), String.join(" ", explanation.of(derivation)))
                .hatch(id + "-still", STILL);
        drawBar(drawing);
        drawTicks(drawing);
        drawNotes(drawing);
        drawLegend(drawing, height - LINE / 2);
        return drawing.close();
    }

    private String title() {
        return words("timeline.title", deadline.rule(), ending().end());
    }

    private void drawBar(Drawing drawing) {
        span(drawing, new Interval(first(), later(first(), deadline.end())), RUNS);
        derivation.steps(Step.DayOff.class).stream()
                .filter(off -> !off.day().isWorking())
                .forEach(off -> span(drawing, dayOf(off.day().date()), OFF));
        derivation.steps(Step.LeftOut.class).forEach(out -> span(drawing, out.interval(), OFF));
        derivation
                .steps(Step.Suspended.class)
                .forEach(still -> span(drawing, still.interval(), "url(#" + id + "-still)"));
        double end = scale.x(deadline.end());
        drawing.line(end, BAR - 10, end, BAR + BAR_HEIGHT + 4, INK, "")
                .text(MARGIN, 16, "start", words("started", startEvent().event(), first()))
                .text(WIDTH - MARGIN, 35, "end", words("ended", ending().end()));
    }

    /** A stretch of the bar, as far as it lies within the clock. */
    private void span(Drawing drawing, Interval interval, String fill) {
        double from = scale.x(later(interval.from(), first()));
        double to = scale.x(interval.to().isBefore(deadline.end()) ? interval.to() : deadline.end());
        if (to > from) {
            drawing.box(from, BAR, to - from, BAR_HEIGHT, fill);
        }
    }

    private void drawTicks(Drawing drawing) {
        double axis = BAR + BAR_HEIGHT + 6;
        drawing.line(MARGIN, axis, WIDTH - MARGIN, axis, INK, "");
        double free = 0;
        for (var tick : scale.ticks()) {
            double x = scale.x(tick);
            drawing.line(x, axis, x, axis + 5, INK, "");
            // A label that would touch the one before is left out; the tick stays.
            if (x >= free && x <= WIDTH - MARGIN - 10) {
                drawing.text(
                        x, axis + 19, "middle", explanation.time(scale.step().key(), tick, deadline.zone()));
                free = x + 52;
            }
        }
    }

    private void drawNotes(Drawing drawing) {
        for (int i = 0; i < notes.size(); i++) {
            var note = notes.get(i);
            double x = scale.x(note.at());
            var number = Integer.toString(i + 1);
            drawing.line(x, BAR - 6, x, BAR + BAR_HEIGHT + 6, INK, note.dashes())
                    .text(x + 3, BAR - 1, "start", number)
                    .text(MARGIN, NOTES + LINE * i, "start", number + "  " + note.words());
        }
    }

    /** What the colours mean, of those that are there. */
    private void drawLegend(Drawing drawing, double y) {
        double x = legend(drawing, MARGIN, y, RUNS, "timeline.runs");
        if (derivation.has(Step.DayOff.class) || derivation.has(Step.LeftOut.class)) {
            x = legend(drawing, x, y, OFF, "timeline.off");
        }
        if (derivation.has(Step.Suspended.class)) {
            legend(drawing, x, y, "url(#" + id + "-still)", "timeline.still");
        }
    }

    private double legend(Drawing drawing, double x, double y, String fill, String key) {
        drawing.box(x, y - 11, 14, 12, fill).text(x + 20, y, "start", words(key));
        return x + 150;
    }

    private List<Note> notes() {
        var found = new ArrayList<Note>();
        for (var step : derivation.steps(Step.Extended.class)) {
            found.add(new Note(
                    step.decidedAt(),
                    words("timeline.extended", step.rung(), step.by().office(), step.end(), step.source()),
                    ""));
        }
        for (var step : derivation.steps(Step.ExtensionVoid.class)) {
            var at = step.at();
            if (at != null) {
                found.add(new Note(at, explanation.of(step, deadline.zone()), "2 2"));
            }
        }
        for (var step : derivation.steps(Step.OtherReading.class)) {
            found.add(new Note(
                    step.end().instant(), words("timeline.other", step.term(), step.end(), step.source()), "4 3"));
        }
        return found;
    }

    private Scale scale() {
        var from = first();
        var to = later(deadline.end(), from);
        for (var note : notes) {
            from = note.at().isBefore(from) ? note.at() : from;
            to = later(to, note.at());
        }
        return new Scale(from, to, deadline.zone(), MARGIN, WIDTH - 2 * MARGIN);
    }

    private Instant first() {
        return startEvent().at();
    }

    private Step.Started startEvent() {
        return derivation.steps(Step.Started.class).get(0);
    }

    private Step.Ended ending() {
        return derivation.steps(Step.Ended.class).get(0);
    }

    private Interval dayOf(LocalDate date) {
        return new Interval(
                date.atStartOfDay(deadline.zone()).toInstant(),
                date.plusDays(1).atStartOfDay(deadline.zone()).toInstant());
    }

    private String words(String key, Object... values) {
        return explanation.of(new Sentence(key, List.of(values)), deadline.zone());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
