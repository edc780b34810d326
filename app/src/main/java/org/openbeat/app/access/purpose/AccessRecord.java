package org.openbeat.app.access.purpose;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.LookedUp.Act;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;

/**
 * That someone of staff looked something up.
 *
 * @param name how colleagues call the reader; empty where the account is no more
 * @param label how people call what was looked up; empty for a search
 * @param reference what the purpose was tied to; empty without one
 * @param words what was sought, or which records were read; null where that says nothing
 * @param found how many rows that showed
 */
public record AccessRecord(
        UUID id,
        Instant at,
        String account,
        String name,
        Role role,
        String agency,
        Act act,
        Subject subject,
        String label,
        List<String> fields,
        Basis basis,
        @Nullable PurposeKind kind,
        String reference,
        List<Flag> flags,
        @Nullable String words,
        @Nullable Integer found,
        @Nullable String fingerprint) {

    public AccessRecord {
        fields = List.copyOf(fields);
        flags = List.copyOf(flags);
    }

    /** What it stood on, as the last part of a key in the messages. */
    public String why() {
        return kind == null ? basis.name() : kind.name();
    }
}
