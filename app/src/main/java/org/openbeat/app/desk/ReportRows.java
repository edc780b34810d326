package org.openbeat.app.desk;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of {@code desk.report}. */
final class ReportRows implements RowMapper<Report> {
    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

    private final JsonMapper json;

    ReportRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Report mapRow(ResultSet row, int number) throws SQLException {
        return new Report(
                new ReportId(row.getObject("id", UUID.class)),
                new Reference(row.getString("reference")),
                row.getString("category"),
                ReportStatus.valueOf(row.getString("status")),
                row.getBoolean("urgent"),
                responsible(row),
                sharing(row),
                times(row),
                content(row),
                contact(row),
                closing(row),
                HexFormat.of().formatHex(row.getBytes("content_hash")));
    }

    private static Report.Responsible responsible(ResultSet row) throws SQLException {
        return new Report.Responsible(
                new AgencyId(row.getString("agency")),
                beat(row),
                row.getString("officer"),
                row.getString("officer_name"));
    }

    private static Report.Sharing sharing(ResultSet row) throws SQLException {
        var named = row.getArray("named");
        var with = Arrays.stream((String[]) row.getArray("shared_with").getArray())
                .map(AgencyId::new)
                .collect(Collectors.toSet());
        return new Report.Sharing(with, named == null ? null : Set.of((String[]) named.getArray()));
    }

    static @Nullable BeatCode beat(ResultSet row) throws SQLException {
        var beat = row.getString("beat");
        return beat == null ? null : new BeatCode(beat);
    }

    private static Report.Times times(ResultSet row) throws SQLException {
        return new Report.Times(
                requireNonNull(JdbcReports.instant(row, "received_at")),
                requireNonNull(JdbcReports.instant(row, "due_at")),
                Duration.ofHours(row.getInt("answer_hours")),
                requireNonNull(JdbcReports.instant(row, "changed_at")),
                JdbcReports.instant(row, "answered_at"),
                JdbcReports.instant(row, "closed_at"),
                JdbcReports.instant(row, "occurred_at"),
                ZoneId.of(row.getString("zone")));
    }

    private Report.Content content(ResultSet row) throws SQLException {
        return new Report.Content(
                row.getString("category_sent"),
                row.getString("description"),
                where(row),
                row.getBoolean("place_outside"),
                json.readValue(row.getString("answers"), ANSWERS),
                row.getInt("photos"),
                row.getBoolean("neighbours_may_read"),
                Channel.valueOf(row.getString("channel")),
                Locale.forLanguageTag(row.getString("language")));
    }

    private static Whereabouts where(ResultSet row) throws SQLException {
        return new Whereabouts(
                row.getString("place_text"),
                point(row),
                Whereabouts.Source.valueOf(row.getString("place_source")),
                row.getBoolean("place_approximate"),
                null);
    }

    static @Nullable GeoPoint point(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new GeoPoint(latitude, row.getDouble("longitude"));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                requireNonNullElse(row.getString("contact_name"), ""),
                requireNonNullElse(row.getString("contact_email"), ""),
                requireNonNullElse(row.getString("contact_phone"), ""),
                row.getBoolean("name_hidden"));
    }

    private static Report.Closing closing(ResultSet row) throws SQLException {
        var original = row.getObject("duplicate_of", UUID.class);
        return new Report.Closing(
                row.getString("outcome"),
                row.getString("outcome_text"),
                row.getString("outcome_released_by"),
                original == null ? null : new ReportId(original));
    }
}
