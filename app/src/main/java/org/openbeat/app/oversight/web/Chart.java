package org.openbeat.app.oversight.web;

import java.util.List;
import java.util.stream.IntStream;
import org.openbeat.app.oversight.Peers;

/**
 * The look-ups of peers as dots on a line, 600 wide; nobody's name is in it.
 *
 * @param most the number at the right end
 * @param median where the median lies
 * @param usual where what is usual ends
 */
record Chart(Peers peers, int most, int median, int usual, List<Dot> dots) {
    private static final int LEFT = 10;
    private static final int WIDTH = 580;

    /** @param y spread a little, so that equal numbers do not hide each other */
    record Dot(int x, int y, boolean outlier) {}

    static Chart of(Peers peers) {
        int most = (int) Math.max(
                10,
                peers.members().stream()
                        .mapToInt(member -> member.tally().stated())
                        .max()
                        .orElse(0));
        var members = peers.members();
        var dots = IntStream.range(0, members.size())
                .mapToObj(each -> new Dot(
                        x(members.get(each).tally().stated(), most),
                        18 + each * 7 % 21,
                        members.get(each).outlier()))
                .toList();
        return new Chart(peers, most, x(peers.median(), most), x(peers.median() + peers.usual(), most), dots);
    }

    private static int x(double count, int most) {
        return LEFT + (int) Math.round(WIDTH * Math.min(1, count / most));
    }
}
