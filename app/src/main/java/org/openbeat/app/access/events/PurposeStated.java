package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Someone of staff said why they read the data of persons, and on which item they work. */
public record PurposeStated(
        UUID purpose,
        String kind,
        String itemKind,
        String itemId,
        String reference,
        Instant endsAt,
        Actor actor,
        Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "access.purpose-stated";
    }

    @Override
    public Subject subject() {
        return new Subject("purpose", purpose.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "kind",
                kind,
                "itemKind",
                itemKind,
                "itemId",
                itemId,
                "reference",
                reference,
                "endsAt",
                endsAt.toString());
    }
}
