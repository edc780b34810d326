package org.openbeat.app.dispatch.live;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.dispatch.board.Boards;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.LatestPositions;
import org.openbeat.app.dispatch.replay.Shown;
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

    /** What the consoles are about to be handed, as it is written down. */
    static List<Shown> shown(List<LiveEvent> events, Instant at) {
        var shown = new ArrayList<Shown>();
        for (var event : events) {
            var content = event.content();
            if (content != null) {
                var isIncident = event.row() instanceof IncidentRow;
                var kind = isIncident ? Shown.Kind.INCIDENT : Shown.Kind.UNIT;
                shown.add(new Shown(event.subject(), event.sequence(), kind, at, content));
            }
        }
        return shown;
    }

    /** Things as they stand, under one number, for a first page of what is written down. */
    List<Shown> standing(List<UUID> incidents, List<UUID> units, long sequence) {
        var subjects = new HashMap<ChangeFeed.Subject, Long>();
        incidents.forEach(id -> subjects.put(new ChangeFeed.Subject(ChangeFeed.Kind.INCIDENT, id), sequence));
        units.forEach(id -> subjects.put(new ChangeFeed.Subject(ChangeFeed.Kind.UNIT, id), sequence));
        var at = clock.instant();
        var found = new ArrayList<Shown>();
        rows(subjects)
                .forEach((id, row) -> found.add(new Shown(
                        id,
                        sequence,
                        row instanceof IncidentRow ? Shown.Kind.INCIDENT : Shown.Kind.UNIT,
                        at,
                        json.writeValueAsString(row))));
        return found;
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
