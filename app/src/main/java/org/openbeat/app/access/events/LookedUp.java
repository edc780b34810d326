package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Role;

/**
 * Someone of staff looked something up; the access record has the same id.
 *
 * @param what what kind of act it was
 * @param concerns things besides the subject whose persons it tells of
 * @param role the role in which the reader did it
 * @param basis what it stands on, such as {@code ASSIGNED} or {@code PURPOSE}
 * @param purposeKind kind of the purpose that covers it, if one does
 * @param fields which data it showed
 * @param flags what oversight should look at
 * @param found how many rows were shown or taken away; null where one thing was opened
 * @param fingerprint SHA-256 of what was taken away, in hexadecimal; null where nothing was
 */
public record LookedUp(
        UUID lookup,
        Act what,
        Subject subject,
        List<Subject> concerns,
        Role role,
        AgencyId agency,
        String basis,
        @Nullable UUID purpose,
        @Nullable String purposeKind,
        List<String> fields,
        List<String> flags,
        @Nullable Integer found,
        @Nullable String fingerprint,
        Actor actor,
        Instant at)
        implements Recordable {

    /** The sorts of look-up. */
    public enum Act {
        READ("access.person-data-read"),
        SEARCHED("access.records-searched"),
        EXPORTED("access.records-exported"),
        AUDIT_READ("access.audit-read"),
        PLACE_SOUGHT("access.place-sought");

        private final String action;

        Act(String action) {
            this.action = action;
        }
    }

    public LookedUp {
        concerns = List.copyOf(concerns);
        fields = List.copyOf(fields);
        flags = List.copyOf(flags);
    }

    @Override
    public String action() {
        return what.action;
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("lookup", lookup.toString());
        details.put("role", role.name());
        details.put("basis", basis);
        details.put("fields", fields);
        details.put("flags", flags);
        put(details, "purpose", purpose == null ? null : purpose.toString());
        put(details, "purposeKind", purposeKind);
        put(details, "found", found);
        put(details, "fingerprint", fingerprint);
        return details;
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
