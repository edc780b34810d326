package org.openbeat.app.retention;

import java.time.Instant;
import java.util.UUID;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable.Subject;

/**
 * Something that must not be erased for now.
 *
 * @param reference how people call the thing
 * @param until when it ends by itself, so that nothing is held for ever by oversight
 */
public record Hold(
        UUID id,
        Subject subject,
        String reference,
        AgencyId agency,
        String reason,
        String setByName,
        Instant setAt,
        Instant until) {}
