package org.openbeat.app.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;

/**
 * A page of the reports that a member of staff may read, newest first.
 *
 * @param next where the next page begins; null on the last
 * @param count how many there are, counted to {@link #MOST_COUNTED} and no further
 * @param narrowed whether words were sought among open reports alone, because no purpose was stated
 */
public record Worklist(List<Line> lines, @Nullable Cursor next, int count, boolean narrowed) {
    public static final int PAGE = 25;

    /** Counting stops here, so that the first page is as fast with a million reports as with a thousand. */
    public static final int MOST_COUNTED = 250;

    public Worklist {
        lines = List.copyOf(lines);
    }

    Worklist narrowedTo(boolean open) {
        return new Worklist(lines, next, count, open);
    }

    public boolean hasMoreThanCounted() {
        return count > MOST_COUNTED;
    }

    /**
     * One report of the list, as much as is needed to choose; what it says stands on its own page, where the reading is
     * recorded.
     *
     * @param place null where the reader does not work on it and has stated no purpose; then the beat must do
     */
    public record Line(
            UUID id,
            Reference reference,
            String category,
            ReportStatus status,
            boolean urgent,
            AgencyId agency,
            @Nullable BeatCode beat,
            @Nullable String place,
            Instant received,
            Instant due,
            ZoneId zone,
            @Nullable String officerName,
            int photos) {

        public boolean isOverdue(Instant now) {
            return status.isOpen() && due.isBefore(now);
        }
    }

    /** The last line of a page. */
    public record Cursor(Instant received, UUID id) {}

    /** Which reports. */
    public enum Which {
        OPEN,
        CLOSED,
        OVERDUE,
        ALL
    }

    /**
     * What to look for.
     *
     * @param words a reference, or words of the description or the place; empty for any
     * @param beats only these beats; empty for any
     * @param urgent false leaves out what dispatch answers
     */
    public record Search(
            Which which,
            String words,
            @Nullable String category,
            List<BeatCode> beats,
            boolean urgent,
            @Nullable Cursor after) {
        public Search {
            words = PlainText.line(words, 200, "search");
            beats = List.copyOf(beats);
        }

        /** The same among open reports alone. */
        Search amongOpen() {
            return new Search(which == Which.OVERDUE ? which : Which.OPEN, words, category, beats, urgent, after);
        }

        boolean isByWords() {
            return !words.isBlank() && Reference.of(words.strip()).isEmpty();
        }

        public static Search open() {
            return new Search(Which.OPEN, "", null, List.of(), true, null);
        }
    }
}
