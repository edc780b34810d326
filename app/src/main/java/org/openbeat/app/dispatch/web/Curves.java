package org.openbeat.app.dispatch.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.openbeat.app.dispatch.intervals.IntervalReport;
import org.openbeat.engine.response.survival.Step;
import org.openbeat.engine.response.survival.SurvivalCurve;

/**
 * The curves of a report as a drawing: the share for which it takes longer, over the time; a step for each end, with the
 * interval of 95 % as a band. At most four, those of the most incidents.
 *
 * @param marks where the axis of time has a mark
 */
record Curves(List<Curve> curves, List<Mark> marks) {
    static final int LEFT = 46;
    static final int RIGHT = 740;
    static final int TOP = 14;
    static final int BOTTOM = 240;
    private static final int MOST = 4;
    private static final long[] WIDTHS = {60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400};

    /** @param style a number from 0: colour and dashes */
    record Curve(String group, int style, String line, String band) {}

    /** @param text minutes and seconds, or hours */
    record Mark(int x, String text) {}

    static Curves of(IntervalReport report) {
        var drawn = report.lines().stream()
                .sorted(Comparator.comparingInt(
                                (IntervalReport.Line line) -> line.curve().watched())
                        .reversed())
                .limit(MOST)
                .filter(line -> line.curve().ended() > 0)
                .sorted(Comparator.comparing(IntervalReport.Line::group))
                .toList();
        long width = width(drawn);
        var curves = new ArrayList<Curve>();
        for (var line : drawn) {
            curves.add(new Curve(line.group(), curves.size(), line(line.curve(), width), band(line.curve(), width)));
        }
        return new Curves(curves, marks(width));
    }

    /** As far as the slowest tenth begins, in a round number; the rest of the curve says little and would hide the start. */
    private static long width(List<IntervalReport.Line> lines) {
        long wanted = lines.stream()
                .mapToLong(line -> line.curve()
                        .quantile(0.9)
                        .estimate()
                        .orElseGet(() -> line.curve().steps().getLast().time())
                        .toSeconds())
                .max()
                .orElse(600);
        for (long width : WIDTHS) {
            if (width >= wanted) {
                return width;
            }
        }
        return Math.ceilDiv(wanted, 86_400) * 86_400;
    }

    private static List<Mark> marks(long width) {
        return IntStream.rangeClosed(0, 6)
                .mapToObj(each -> new Mark(x(width * each / 6.0, width), text(Duration.ofSeconds(width * each / 6))))
                .toList();
    }

    /** 0:30, 12:00, 1:30:00. */
    static String text(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    private static String line(SurvivalCurve curve, long width) {
        var path = new StringBuilder("M").append(LEFT).append(' ').append(TOP);
        for (var step : within(curve, width)) {
            path.append('H').append(x(step.time().toMillis() / 1000.0, width));
            path.append('V').append(y(step.remaining()));
        }
        return path.append('H').append(RIGHT).toString();
    }

    private static String band(SurvivalCurve curve, long width) {
        var steps = within(curve, width);
        var path = new StringBuilder("M").append(LEFT).append(' ').append(TOP);
        for (var step : steps) {
            path.append('H').append(x(step.time().toMillis() / 1000.0, width));
            path.append('V').append(y(step.high()));
        }
        path.append('H').append(RIGHT);
        for (var step : steps.reversed()) {
            path.append('V').append(y(step.low()));
            path.append('H').append(x(step.time().toMillis() / 1000.0, width));
        }
        return path.append('V').append(TOP).append('Z').toString();
    }

    private static List<Step> within(SurvivalCurve curve, long width) {
        return curve.steps().stream()
                .filter(step -> step.time().toSeconds() <= width)
                .toList();
    }

    private static int x(double seconds, long width) {
        return (int) Math.round(LEFT + (RIGHT - LEFT) * Math.min(1, seconds / width));
    }

    private static int y(double share) {
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * share);
    }
}
