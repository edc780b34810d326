package org.openbeat.app.oversight;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.openbeat.app.access.purpose.Tally;
import org.openbeat.app.kernel.Role;

/**
 * The look-ups of those who hold the same role, side by side. Somebody stands out by the modified z-score: 0.6745 times
 * the distance from the median, divided by the median of all distances (MAD); above 3.5 is far out (Iglewicz and Hoaglin,
 * How to Detect and Handle Outliers, 1993). Where more than half have the same number, so that the MAD is nothing, the
 * mean of the distances times 1.2533 stands in for it, as they propose. It is a reason to ask, never a score of a person.
 *
 * @param median half of the peers have at most so many
 * @param usual above the median by no more than this is usual
 * @param members in the order of their names; nobody is ranked
 */
public record Peers(Role role, double median, double usual, List<Member> members) {
    static final int FEWEST = 5;
    private static final double FAR_OUT = 3.5;
    private static final double AT_LEAST = 5;

    public Peers {
        members = List.copyOf(members);
    }

    /**
     * One of them.
     *
     * @param score the modified z-score; nothing where all have the same number
     * @param outlier whether the number is far out, upwards
     */
    public record Member(Tally tally, double score, boolean outlier) {}

    /** Too few to compare: then nobody stands out, whatever the numbers are. */
    public boolean isFew() {
        return members.size() < FEWEST;
    }

    public List<Member> outliers() {
        return members.stream().filter(Member::outlier).toList();
    }

    static Peers of(Role role, List<Tally> tallies) {
        var counts = tallies.stream().mapToDouble(Tally::stated).toArray();
        var median = median(counts);
        var distances =
                Arrays.stream(counts).map(count -> Math.abs(count - median)).toArray();
        var spread = median(distances) / 0.6745;
        if (spread == 0) {
            spread = 1.2533 * Arrays.stream(distances).average().orElse(0);
        }
        var unit = spread;
        var usual = Math.max(AT_LEAST, FAR_OUT * unit);
        var members = IntStream.range(0, tallies.size())
                .mapToObj(each -> member(tallies.get(each), counts[each] - median, unit, tallies.size()))
                .toList();
        return new Peers(role, median, usual, members);
    }

    private static Member member(Tally tally, double above, double unit, int peers) {
        var score = unit == 0 ? 0 : above / unit;
        return new Member(tally, score, peers >= FEWEST && score > FAR_OUT && above >= AT_LEAST);
    }

    private static double median(double[] values) {
        var sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
