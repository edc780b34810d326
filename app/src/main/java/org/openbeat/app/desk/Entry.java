package org.openbeat.app.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Role;

/**
 * One line of a report's history.
 *
 * @param by what sort of actor wrote it
 * @param account id of that actor within its sort
 * @param name how colleagues call the writer; residents see the role
 * @param role in which role a member of staff wrote it
 * @param visible whether the sender sees it
 * @param text what was written; null when nothing was, or when it was erased by law
 * @param detail a code that the kind needs: a category, a beat, a reference, an outcome
 */
public record Entry(
        UUID id,
        Instant at,
        Kind kind,
        Actor.Kind by,
        String account,
        String name,
        @Nullable Role role,
        boolean visible,
        @Nullable String text,
        @Nullable String detail) {

    /** What happened. */
    public enum Kind {
        TAKEN_ON,
        REPLIED,
        NOTED,
        ADDED,
        CORRECTED,
        RECATEGORISED,
        MOVED,
        RESTRICTED,
        RESTRICTION_LIFTED,
        MARKED_DUPLICATE,
        RESOLVED,
        DECLINED,
        RELEASED,
        REOPENED,
        NAME_HIDDEN,
        WITHDRAWN,
        RESPONSE_OPENED,
        CREW_ASSIGNED,
        CREW_ON_THE_WAY,
        CREW_ARRIVED,
        CREW_RELEASED,
        RESPONSE_REOPENED
    }
}
