package org.openbeat.app.dispatch.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.rollcall.RollCalls;
import org.openbeat.app.dispatch.unit.Stage;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcIncidentFiles implements IncidentFiles {
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Boards boards;
    private final RollCalls rollCalls;
    private final JsonMapper json;

    JdbcIncidentFiles(JdbcClient jdbc, Boards boards, RollCalls rollCalls, JsonMapper json) {
        this.jdbc = jdbc;
        this.boards = boards;
        this.rollCalls = rollCalls;
        this.json = json;
    }

    @Override
    public Optional<IncidentFile> find(IncidentId id, Instant now) {
        return boards.rows(List.of(id.value()), now).stream().findFirst().map(row -> file(row));
    }

    private IncidentFile file(IncidentRow row) {
        var id = row.id();
        var duplicateOf = row.duplicateOf();
        return new IncidentFile(
                row,
                list("""
                        select sequence, kind, details, text, unit, event_at, entered_at, by_name, struck_at,
                            struck_by_name, struck_reason
                        from dispatch.log_entry where incident = :id order by sequence""", id, this::entry),
                list("""
                        select id, caller_name, caller_phone, location_text, notes, received_at, entered_at,
                            taken_by_name
                        from dispatch.call where incident = :id order by entered_at, id""", id, JdbcIncidentFiles::call),
                list("""
                        select a.* from dispatch.on_incident a
                        where a.incident = :id order by a.assigned_at, a.id""", id, JdbcIncidentFiles::assigned),
                list(
                        "select id, number from dispatch.incident where duplicate_of = :id order by opened_at",
                        id,
                        (found, index) -> new IncidentFile.Linked(
                                new IncidentId(found.getObject("id", UUID.class)), found.getString("number"))),
                duplicateOf == null ? null : number(duplicateOf),
                list("""
                        select r.reference from dispatch.incident_report r
                        join dispatch.incident i on i.id = r.incident
                        where i.id = :id or i.duplicate_of = :id order by r.reference""", id, (found, index) -> found.getString("reference")),
                rollCalls.newest(id).orElse(null),
                visibleTo(row));
    }

    private <T> List<T> list(String sql, IncidentId id, RowMapper<T> mapper) {
        return jdbc.sql(sql).param("id", id.value()).query(mapper).list();
    }

    private @Nullable String number(IncidentId id) {
        return jdbc.sql("select number from dispatch.incident where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static Set<String> visibleTo(IncidentRow row) {
        var agencies = new TreeSet<String>();
        agencies.add(row.agency().value());
        row.sharedWith().forEach(agency -> agencies.add(agency.value()));
        return agencies;
    }

    private IncidentFile.LogEntry entry(ResultSet row, int number) throws SQLException {
        var unit = row.getObject("unit", UUID.class);
        var struckAt = BoardRows.instant(row, "struck_at");
        return new IncidentFile.LogEntry(
                row.getInt("sequence"),
                LogKind.valueOf(row.getString("kind")),
                json.readValue(row.getString("details"), DETAILS),
                row.getString("text"),
                unit == null ? null : new UnitId(unit),
                row.getTimestamp("event_at").toInstant(),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("by_name"),
                struckAt == null
                        ? null
                        : new IncidentFile.Struck(
                                struckAt, row.getString("struck_by_name"), row.getString("struck_reason")));
    }

    private static IncidentFile.Call call(ResultSet row, int number) throws SQLException {
        return new IncidentFile.Call(
                row.getObject("id", UUID.class),
                row.getString("caller_name"),
                row.getString("caller_phone"),
                row.getString("location_text"),
                row.getString("notes"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("taken_by_name"));
    }

    private static IncidentFile.Assigned assigned(ResultSet row, int number) throws SQLException {
        return new IncidentFile.Assigned(
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("call_sign"),
                Stage.valueOf(row.getString("stage")),
                row.getTimestamp("assigned_at").toInstant(),
                BoardRows.instant(row, "acknowledged_at"),
                BoardRows.instant(row, "en_route_at"),
                BoardRows.instant(row, "on_scene_at"),
                BoardRows.instant(row, "transporting_at"),
                BoardRows.instant(row, "ended_at"),
                row.getObject("estimate_seconds", Integer.class),
                row.getObject("estimate_by_road", Boolean.class));
    }
}
