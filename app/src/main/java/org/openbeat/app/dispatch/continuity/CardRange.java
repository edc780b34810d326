package org.openbeat.app.dispatch.continuity;

import org.openbeat.app.kernel.Refusal;

/**
 * Cards that lie in one pile.
 *
 * @param first number of the first one
 * @param last number of the last one, this included
 */
public record CardRange(int first, int last) {
    private static final int MOST = 2000;

    public CardRange {
        if (first < 1 || last < first || last - first >= MOST) {
            throw new Refusal(Refusal.Kind.INVALID, "cards-implausible", first, last);
        }
    }

    public boolean contains(int card) {
        return first <= card && card <= last;
    }
}
