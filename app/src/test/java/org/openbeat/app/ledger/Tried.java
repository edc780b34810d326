package org.openbeat.app.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Role;

/** An act of the ledger's tests. */
public record Tried(String subjectId, Map<String, Object> details) implements Recordable {
    public static final String ACTION = "test.tried";
    static final Actor OFFICER =
            Actor.staff("account-17", "Test Officer", new AgencyId("test"), Set.of(Role.DISPATCHER, Role.CALL_TAKER));

    @Override
    public Actor actor() {
        return OFFICER;
    }

    @Override
    public Instant at() {
        return Instant.parse("2026-11-25T09:00:00.123Z");
    }

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Subject subject() {
        return new Subject("test", subjectId);
    }
}
