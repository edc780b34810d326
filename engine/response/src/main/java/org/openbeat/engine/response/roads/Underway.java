package org.openbeat.engine.response.roads;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.openbeat.engine.response.Conditions;
import org.openbeat.engine.response.HourOfWeek;
import org.openbeat.engine.response.Profile;
import org.openbeat.engine.response.RoadClass;

/** What conditions make of the times of a profile on a map. */
final class Underway implements Metric.Change {
    private static final RoadClass[] CLASSES = RoadClass.values();

    private final RoadGraph roads;
    private final BitSet closed = new BitSet();
    private final double[] ofClass = new double[CLASSES.length];
    /** Factors of slow areas by stretch; short where none is slow. */
    private final float[] slow;

    Underway(RoadGraph roads, RoadLines lines, Profile profile, Conditions conditions) {
        this.roads = roads;
        HourOfWeek hour = conditions.hour();
        for (var each : CLASSES) {
            ofClass[each.ordinal()] = hour == null ? 1 : profile.timeFactor(each, hour);
        }
        conditions.closures().forEach(closure -> closed.or(lines.within(closure.area())));
        slow = new float
                [conditions.slowAreas().isEmpty() ? 0 : roads.stretches().count()];
        conditions.slowAreas().forEach(area -> slow(lines.within(area.area()).stream(), (float) area.timeFactor()));
    }

    private void slow(IntStream stretches, float factor) {
        stretches.forEach(stretch -> slow[stretch] = Math.max(slow[stretch], factor));
    }

    @Override
    public int millis(int key, int usual) {
        var stretch = key / 2;
        var factor = ofClass[roads.stretches().roadClass()[stretch]];
        if (slow.length > 0 && slow[stretch] > 1) {
            factor *= slow[stretch];
        }
        return factor == 1 ? usual : (int) Math.min(Packed.MOST_MILLIS, Math.round(usual * factor));
    }

    @Override
    public boolean closed(int key) {
        return closed.get(key / 2);
    }
}
