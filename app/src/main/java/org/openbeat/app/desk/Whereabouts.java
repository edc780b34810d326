package org.openbeat.app.desk;

import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/**
 * Where something is, as far as the sender knows.
 *
 * @param text an address, or a description in the sender's words; may be empty when there is a position
 * @param point the position, where one is known; a report can be sent without
 * @param source how the position came to be known
 * @param approximate the position comes from the middle of something larger, such as a street or a town
 * @param beat the beat that the sender chose where a boundary is near; null leaves it to the position
 */
public record Whereabouts(
        String text,
        @Nullable GeoPoint point,
        Source source,
        boolean approximate,
        @Nullable BeatCode beat) {
    static final int LONGEST_TEXT = 300;

    /** The ways in which a position becomes known. */
    public enum Source {
        ADDRESS,
        MAP,
        DEVICE,
        DESCRIPTION,
        PARTNER
    }

    public Whereabouts {
        text = PlainText.line(text, LONGEST_TEXT, "place");
    }

    /** Only in words: the desk finds out where it is. */
    public static Whereabouts described(String text) {
        return new Whereabouts(text, null, Source.DESCRIPTION, true, null);
    }
}
