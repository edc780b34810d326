package org.openbeat.app.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;

/**
 * A call as the call taker typed it.
 *
 * @param callerName the caller may stay unknown
 * @param locationText where, as the caller said it or as the geocoder wrote it
 * @param point the position that was chosen, if any
 * @param trust what the geocoder or the call taker says of the point; null lets us look it up
 * @param type code of the incident type
 * @param priority null takes the type's
 * @param notes what happened
 * @param agency the agency that must answer; null means the call taker's
 * @param joins the open incident that the call is about; null opens a new one
 * @param receivedAt when the call came, if not now
 */
public record NewCall(
        @Nullable String callerName,
        @Nullable String callerPhone,
        String locationText,
        @Nullable GeoPoint point,
        @Nullable LocationTrust trust,
        String type,
        @Nullable Priority priority,
        String notes,
        @Nullable AgencyId agency,
        @Nullable IncidentId joins,
        @Nullable Instant receivedAt) {

    /** The same call of another type. */
    NewCall ofType(String other) {
        return new NewCall(
                callerName, callerPhone, locationText, point, trust, other, priority, notes, agency, joins, receivedAt);
    }
}
