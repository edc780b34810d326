package org.openbeat.app.dispatch.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.kernel.AgencyId;

/**
 * One number of the feed, ready to be written: made once and shared by every console. Each console gets every number,
 * without the row where it may not see it or where a later number carries it, so a gap is always a loss.
 */
final class LiveEvent {
    private final UUID subject;
    private final long sequence;
    private final @Nullable Object row;
    private final @Nullable Item item;
    private final Set<AgencyId> agencies;
    private final byte[] full;
    private final byte[] bare;
    private final byte[] gone;

    private LiveEvent(Changes.Change change, @Nullable Object row, byte[] full) {
        this.subject = change.subject().id();
        this.sequence = change.sequence();
        this.row = row;
        this.item = row instanceof IncidentRow incident
                ? incident.item()
                : row instanceof UnitRow unit ? unit.item() : null;
        this.agencies = change.agencies().stream().map(AgencyId::new).collect(Collectors.toSet());
        this.full = full;
        var name = change.subject().kind() == ChangeFeed.Kind.INCIDENT ? "incident" : "unit";
        this.bare = frame(sequence, name, "{\"seq\":" + sequence + "}");
        this.gone = frame(
                sequence,
                name,
                "{\"seq\":" + sequence + ",\"gone\":\"" + change.subject().id() + "\"}");
    }

    /** @param json the row as JSON; null when a later number carries it */
    static LiveEvent of(Changes.Change change, @Nullable Object row, @Nullable String json) {
        var name = change.subject().kind() == ChangeFeed.Kind.INCIDENT ? "incident" : "unit";
        var data = json == null ? "" : ",\"" + name + "\":" + json;
        return new LiveEvent(change, row, frame(change.sequence(), name, "{\"seq\":" + change.sequence() + data + "}"));
    }

    /** The row as JSON, as every console that may see it is handed it; null where a later number carries it. */
    @Nullable
    String content() {
        if (row == null) {
            return null;
        }
        var text = new String(full, UTF_8);
        int from = text.indexOf(':', text.indexOf(',', text.indexOf("data: "))) + 1;
        return text.substring(from, text.length() - "}\n\n".length());
    }

    private static byte[] frame(long sequence, String name, String data) {
        return ("id: " + sequence + "\nevent: " + name + "\ndata: " + data + "\n\n").getBytes(UTF_8);
    }

    UUID subject() {
        return subject;
    }

    long sequence() {
        return sequence;
    }

    byte[] bytesFor(Viewer reader) {
        return switch (seenBy(reader)) {
            case SEEN -> full;
            case GONE -> gone;
            case NOT_SEEN -> bare;
        };
    }

    /** What one reader may know of a change. */
    enum Seen {
        SEEN,
        /** It concerned the reader before, and does no longer. */
        GONE,
        NOT_SEEN
    }

    Seen seenBy(Viewer reader) {
        if (item != null && Policy.allows(reader, Act.READ, item)) {
            return Seen.SEEN;
        }
        return row != null && concerned(reader) ? Seen.GONE : Seen.NOT_SEEN;
    }

    private boolean concerned(Viewer reader) {
        var own = reader.actor().agency();
        return own != null && agencies.stream().anyMatch(each -> own.isWithin(each) || each.isWithin(own));
    }

    @Nullable
    Object row() {
        return row;
    }
}
