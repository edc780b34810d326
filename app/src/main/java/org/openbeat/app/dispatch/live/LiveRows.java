package org.openbeat.app.dispatch.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.dispatch.board.Boards;
import org.openbeat.app.dispatch.board.LatestPositions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns numbers of the feed into events: each changed row is read once and written as JSON once. */
@Component
class LiveRows {
    private final Boards boards;
    private final LatestPositions positions;
    private final JsonMapper json;
    private final Clock clock;

    LiveRows(Boards boards, LatestPositions positions, JsonMapper json, Clock clock) {
        this.boards = boards;
        this.positions = positions;
        this.json = json;
        this.clock = clock;
    }

    /** When a thing changed several times, its last number carries the row and the others are bare. */
    List<LiveEvent> events(List<Changes.Change> changes) {
        var last = new HashMap<ChangeFeed.Subject, Long>();
        changes.forEach(change -> last.put(change.subject(), change.sequence()));
        var rows = rows(last);
        var events = new ArrayList<LiveEvent>(changes.size());
        for (var change : changes) {
            var row = rows.get(change.subject().id());
            var carries = row != null && Long.valueOf(change.sequence()).equals(last.get(change.subject()));
            events.add(
                    carries
                            ? LiveEvent.of(change, row, json.writeValueAsString(row))
                            : LiveEvent.of(change, null, null));
        }
        return events;
    }

    private Map<UUID, Object> rows(Map<ChangeFeed.Subject, Long> subjects) {
        var now = clock.instant();
        var rows = new HashMap<UUID, Object>();
        var incidents = ids(subjects, ChangeFeed.Kind.INCIDENT);
        if (!incidents.isEmpty()) {
            boards.rows(incidents, now).forEach(row -> rows.put(row.id().value(), row));
        }
        var units = ids(subjects, ChangeFeed.Kind.UNIT);
        if (!units.isEmpty()) {
            positions
                    .newest(boards.unitRows(units, now), now)
                    .forEach(row -> rows.put(row.id().value(), row));
        }
        return rows;
    }

    private static List<UUID> ids(Map<ChangeFeed.Subject, Long> subjects, ChangeFeed.Kind kind) {
        return subjects.keySet().stream()
                .filter(subject -> subject.kind() == kind)
                .map(ChangeFeed.Subject::id)
                .toList();
    }
}
