package org.openbeat.app.dispatch.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.ClaimColumns;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.incident.SharingColumns;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.engine.response.PositionTrust;
import org.openbeat.engine.response.Recommendation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes lines of lists from rows of the database. */
@Component
class BoardRows {
    private final JsonMapper json;

    BoardRows(JsonMapper json) {
        this.json = json;
    }

    IncidentRow incident(ResultSet row, Instant now) throws SQLException {
        var waitingSince = instant(row, "waiting_since");
        var overdueAt = waitingSince == null ? null : waitingSince.plusSeconds(row.getInt("answer_within_seconds"));
        return new IncidentRow(
                new IncidentId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getInt("day_number"),
                IncidentStatus.valueOf(row.getString("status")),
                row.getString("type"),
                new Priority(row.getInt("priority")),
                new AgencyId(row.getString("agency")),
                row.getString("opened_by_agency") == null ? null : new AgencyId(row.getString("opened_by_agency")),
                row.getString("summary"),
                row.getString("location_text"),
                point(row, "latitude", "longitude"),
                LocationTrust.valueOf(row.getString("location_trust")),
                row.getString("beat") == null ? null : new BeatCode(row.getString("beat")),
                row.getString("zone"),
                row.getTimestamp("opened_at").toInstant(),
                waitingSince,
                overdueAt != null && now.isAfter(overdueAt),
                overdueAt,
                row.getTimestamp("last_contact_at").toInstant(),
                instant(row, "closed_at"),
                row.getString("disposition"),
                instant(row, "close_due_at"),
                row.getObject("duplicate_of", UUID.class) == null
                        ? null
                        : new IncidentId(row.getObject("duplicate_of", UUID.class)),
                SharingColumns.sharedWith(row),
                row.getArray("named") != null,
                SharingColumns.named(row),
                ClaimColumns.claim(row),
                list(row.getString("on_it"), IncidentRow.OnIt[].class),
                row.getInt("version"));
    }

    UnitRow unit(ResultSet row, Instant now) throws SQLException {
        var status = UnitStatus.valueOf(row.getString("status"));
        var shiftEndsAt = instant(row, "shift_ends_at");
        var overtime = shiftEndsAt != null && now.isAfter(shiftEndsAt);
        return new UnitRow(
                new UnitId(row.getObject("id", UUID.class)),
                row.getString("call_sign"),
                row.getString("type"),
                new AgencyId(row.getString("agency")),
                Set.of((String[]) row.getArray("skills").getArray()),
                status,
                row.getTimestamp("status_since").toInstant(),
                overtime && status.sendability() == UnitStatus.Sendability.FREE
                        ? UnitStatus.Sendability.INFORM
                        : status.sendability(),
                row.getTimestamp("last_contact_at").toInstant(),
                shiftEndsAt,
                list(row.getString("work"), UnitRow.Work[].class),
                List.of((String[]) row.getArray("crew").getArray()),
                lastSeen(row, now),
                row.getInt("version"));
    }

    private static UnitRow.@Nullable LastSeen lastSeen(ResultSet row, Instant now) throws SQLException {
        var point = point(row, "seen_latitude", "seen_longitude");
        var at = instant(row, "seen_at");
        if (point == null || at == null) {
            return null;
        }
        var old = Duration.between(at, now).compareTo(Recommendation.STALE_AFTER) > 0;
        return new UnitRow.LastSeen(
                point,
                row.getObject("accuracy_metres", Double.class),
                row.getObject("speed_mps", Double.class),
                row.getObject("heading_degrees", Double.class),
                at,
                old,
                old ? PositionTrust.TOO_OLD : PositionTrust.GOOD);
    }

    private <T> List<T> list(@Nullable String text, Class<T[]> type) {
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }

    static @Nullable GeoPoint point(ResultSet row, String latitude, String longitude) throws SQLException {
        var north = row.getObject(latitude, Double.class);
        return north == null ? null : new GeoPoint(north, row.getDouble(longitude));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
