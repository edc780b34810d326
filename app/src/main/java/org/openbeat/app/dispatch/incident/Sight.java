package org.openbeat.app.dispatch.incident;

import java.util.Collection;
import org.openbeat.app.kernel.AgencyId;

/**
 * The one rule of who sees an incident: those in one line with the agency that must answer it, above it and
 * below, and those at or above an agency that opened it or has had a unit on it. The store's queries say the same.
 */
public final class Sight {

    private Sight() {}

    public static boolean sees(AgencyId reader, String responsible, Collection<String> concerned) {
        return isWithin(reader.value(), responsible)
                || isWithin(responsible, reader.value())
                || concerned.stream().anyMatch(agency -> isWithin(agency, reader.value()));
    }

    /** Whether two agencies are in one line of the tree. */
    public static boolean areRelated(String a, String b) {
        return isWithin(a, b) || isWithin(b, a);
    }

    private static boolean isWithin(String agency, String other) {
        return agency.startsWith(other) && (agency.length() == other.length() || agency.charAt(other.length()) == '/');
    }
}
