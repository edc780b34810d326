package org.openbeat.app.access.purpose;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;

/**
 * A purpose that someone of staff stated.
 *
 * @param account id of who stated it
 * @param item what it is tied to; null for break glass
 * @param covers the one thing that it opens; null where it opens whatever the work on its item needs
 * @param endsAt from then on it opens nothing
 * @param endedAt when its holder ended it before; null if they did not
 * @param glass what belongs to break glass; null for every other kind
 */
public record Purpose(
        UUID id,
        String account,
        Role role,
        AgencyId agency,
        PurposeKind kind,
        @Nullable Item item,
        @Nullable Covered covers,
        Instant statedAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable Glass glass) {

    /** One thing and how people call it. */
    public record Covered(Subject subject, String label) {}

    /** Why the glass was broken, by when that must be justified, and how it was. */
    public record Glass(
            String reason,
            Instant justifyBy,
            @Nullable Instant justifiedAt,
            @Nullable String justification) {

        public boolean isOverdue(Instant now) {
            return justifiedAt == null && justifyBy.isBefore(now);
        }
    }

    public boolean isActive(Instant now) {
        return endedAt == null && endsAt.isAfter(now);
    }

    boolean opens(Subject subject) {
        return covers == null || covers.subject().equals(subject);
    }

    /** What it is tied to, as people call it. */
    public String reference() {
        return item != null ? item.reference() : covers != null ? covers.label() : "";
    }
}
