package org.openbeat.app.dispatch.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/** An incident as its row says. */
final class IncidentColumns {

    private IncidentColumns() {}

    static Incident incident(ResultSet row, int number) throws SQLException {
        var openedBy = row.getString("opened_by_agency");
        var duplicateOf = row.getObject("duplicate_of", UUID.class);
        return new Incident(
                new IncidentId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new AgencyId(row.getString("agency")),
                openedBy == null ? null : new AgencyId(openedBy),
                IncidentStatus.valueOf(row.getString("status")),
                row.getString("type"),
                new Priority(row.getInt("priority")),
                location(row),
                ZoneId.of(row.getString("zone")),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "attended_at"),
                instant(row, "close_due_at"),
                duplicateOf == null ? null : new IncidentId(duplicateOf),
                SharingColumns.sharedWith(row),
                SharingColumns.named(row),
                ClaimColumns.claim(row),
                row.getInt("version"));
    }

    private static Location location(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var beat = row.getString("beat");
        return new Location(
                row.getString("location_text"),
                latitude == null ? null : new GeoPoint(latitude, row.getDouble("longitude")),
                LocationTrust.valueOf(row.getString("location_trust")),
                beat == null ? null : new BeatCode(beat));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
