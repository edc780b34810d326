package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.replay.BoardThen;
import org.openbeat.app.dispatch.replay.Shown;
import org.openbeat.app.dispatch.replay.ShownRows;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the board showed at a moment, for review. Who may see it is asked of the rules as they are now: a right that was
 * lost since is lost for the past too. The words of an incident that is closed need a purpose, as everywhere.
 */
@Component
public class Replay {
    private static final int MOST_OF_ONE = 2000;

    private final ShownRows rows;
    private final Reading reading;
    private final FileReaders readers;
    private final Duties duties;
    private final JsonMapper json;

    Replay(ShownRows rows, Reading reading, FileReaders readers, Duties duties, JsonMapper json) {
        this.rows = rows;
        this.reading = reading;
        this.readers = readers;
        this.duties = duties;
        this.json = json;
    }

    /** The board as it was shown at that moment; what was shown before anything was recorded is not in it. */
    public BoardThen board(Actor actor, Instant at) {
        duties.requireRoom(actor);
        var incidents = rows.incidents(scope(actor, Kind.INCIDENT), at).stream()
                .map(this::readable)
                .sorted(Comparator.comparingInt(
                                (Row row) -> row.node.path("priority").asInt())
                        .thenComparing(row -> row.node.path("openedAt").asString())
                        .thenComparing(row -> row.node.path("id").asString()))
                .map(Row::text)
                .toList();
        var units = rows.units(scope(actor, Kind.UNIT), at).stream()
                .map(row -> row.shown().content())
                .toList();
        return new BoardThen(at, incidents, units);
    }

    /**
     * All that the board showed of one incident, oldest first.
     *
     * @throws org.openbeat.app.access.purpose.PurposeRequired where it is closed and there is no reason to read it
     */
    public List<Shown> incident(Actor actor, IncidentId id) {
        duties.requireRoom(actor);
        reading.file(actor, id);
        return rows.of(id, MOST_OF_ONE);
    }

    private record Row(JsonNode node, String text) {}

    private Row readable(ShownRows.Then then) {
        var text = then.shown().content();
        var node = json.readTree(text);
        if (!readers.isAtWork(then.closedAt()) && node instanceof ObjectNode row) {
            row.put("summary", "").put("locationText", "").putNull("point");
            return new Row(row, json.writeValueAsString(row));
        }
        return new Row(node, text);
    }

    private static Scope scope(Actor actor, Kind kind) {
        if (actor.kind() != Actor.Kind.SYSTEM && actor.agency() == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "agency-missing");
        }
        return Policy.scope(Viewer.of(actor), Act.READ, kind);
    }
}
