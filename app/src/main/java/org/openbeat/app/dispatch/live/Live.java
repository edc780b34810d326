package org.openbeat.app.dispatch.live;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.UnitRow;
import org.springframework.stereotype.Component;

/** What changes, as it changes. */
@Component
public class Live {
    private static final int MISSED_AT_MOST = 1000;

    private final Changes changes;
    private final Consoles consoles;
    private final LiveRows rows;

    Live(Changes changes, Consoles consoles, LiveRows rows) {
        this.changes = changes;
        this.consoles = consoles;
        this.rows = rows;
    }

    /**
     * Writes server-sent events to a console in the calling thread until it goes away: {@code incident} and
     * {@code unit} with {@code seq} and the row, one for each number of the feed; {@code position} with a list of units
     * that moved; {@code hello} at first, {@code ping} every 15 seconds, and {@code state} when
     * changes can no longer be read, or can again.
     *
     * @param after the last number that the console has; null repeats the newest few
     * @throws IOException when the console is gone
     */
    public void stream(Viewer reader, @Nullable Long after, OutputStream out) throws IOException {
        consoles.serve(reader, after, out);
    }

    /** What a console missed; each changed row once, as it is now. */
    @SystemScope("LiveEvent asks the policy for each row: the reader must be told that one is gone")
    public Missed missed(Viewer reader, long after) {
        long last = changes.last();
        long oldest = changes.oldest();
        if (after > last || last - after > MISSED_AT_MOST || (after < last && after + 1 < oldest)) {
            return new Missed(last, false, List.of());
        }
        var found = new ArrayList<MissedChange>();
        for (var event : rows.events(changes.after(after, MISSED_AT_MOST))) {
            var change = missed(event, reader);
            if (change != null || event.sequence() == last) {
                found.add(change == null ? new MissedChange(event.sequence(), null, null, null) : change);
            }
        }
        return new Missed(last, true, found);
    }

    private static @Nullable MissedChange missed(LiveEvent event, Viewer reader) {
        return switch (event.seenBy(reader)) {
            case SEEN ->
                new MissedChange(
                        event.sequence(),
                        event.row() instanceof IncidentRow incident ? incident : null,
                        event.row() instanceof UnitRow unit ? unit : null,
                        null);
            case GONE ->
                new MissedChange(
                        event.sequence(),
                        null,
                        null,
                        event.row() instanceof IncidentRow incident
                                ? incident.id().toString()
                                : null);
            case NOT_SEEN -> null;
        };
    }

    /**
     * What was missed.
     *
     * @param sequence the newest number
     * @param complete false when too much was missed; then the whole board must be read again
     * @param changes in the order of their numbers
     */
    public record Missed(long sequence, boolean complete, List<MissedChange> changes) {
        public Missed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One change.
     *
     * @param seq its number
     * @param incident the incident as it is now
     * @param unit the unit as it is now
     * @param gone id of an incident that the reader no longer sees
     */
    public record MissedChange(
            long seq,
            @Nullable IncidentRow incident,
            @Nullable UnitRow unit,
            @Nullable String gone) {}
}
