package org.openbeat.app.dispatch;

import java.util.Set;
import org.openbeat.app.kernel.AgencyId;

/**
 * A unit to be added; it starts off duty.
 *
 * @param callSign 1 to 12 letters, digits or '-'; the room types it
 * @param type code of a unit type
 * @param skills what it can do
 */
public record NewUnit(String callSign, String type, AgencyId agency, Set<String> skills) {
    public NewUnit {
        skills = Set.copyOf(skills);
    }
}
