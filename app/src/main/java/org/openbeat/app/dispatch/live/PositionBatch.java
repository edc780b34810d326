package org.openbeat.app.dispatch.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.AgencyId;

/** The units that moved in one second. It has no number: the next one makes up for one that was missed. */
final class PositionBatch {
    private final List<Moved> moved;
    private final Function<Object, String> json;
    private final Map<Viewer, byte[]> written = new ConcurrentHashMap<>();

    PositionBatch(List<Moved> moved, Function<Object, String> json) {
        this.moved = List.copyOf(moved);
        this.json = json;
    }

    /** A unit that moved, and the agency whose it is. */
    record Moved(UnitId unit, AgencyId agency, UnitRow.LastSeen position) {}

    /** As a console reads it. */
    private record Shown(UnitId unit, UnitRow.LastSeen position) {}

    byte[] bytesFor(Viewer reader) {
        return written.computeIfAbsent(reader, this::write);
    }

    private byte[] write(Viewer reader) {
        var seen = moved.stream()
                .filter(each -> Policy.allows(reader, Act.READ, Item.of(Kind.UNIT, each.agency())))
                .map(each -> new Shown(each.unit(), each.position()))
                .toList();
        return seen.isEmpty() ? new byte[0] : ("event: position\ndata: " + json.apply(seen) + "\n\n").getBytes(UTF_8);
    }
}
