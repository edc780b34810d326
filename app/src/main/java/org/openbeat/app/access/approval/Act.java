package org.openbeat.app.access.approval;

import java.util.Map;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable.Subject;

/**
 * One dangerous act, as it is proposed.
 *
 * @param kind which {@link DangerousAct} it is one of
 * @param subject the thing it is done to
 * @param agency the agency that the thing belongs to: who approves must stand at it or above
 * @param particulars what its kind needs to execute it later
 */
public record Act(String kind, Subject subject, AgencyId agency, Map<String, String> particulars) {

    public Act {
        particulars = Map.copyOf(particulars);
    }

    /** A particular that the kind has put there itself. */
    public String particular(String name) {
        var value = particulars.get(name);
        if (value == null) {
            throw new IllegalStateException(kind + " lacks " + name);
        }
        return value;
    }
}
