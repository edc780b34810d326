package org.openbeat.app.dispatch.volunteer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;

/**
 * A place at which helpers check in and out.
 *
 * @param secret behind its code
 * @param closedAt null while it is open
 */
public record VolunteerDesk(
        UUID id,
        IncidentId incident,
        String secret,
        String place,
        Instant openedAt,
        @Nullable Instant closedAt) {}
