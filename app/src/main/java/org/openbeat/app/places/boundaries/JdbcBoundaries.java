package org.openbeat.app.places.boundaries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBoundaries {
    private final JdbcClient jdbc;

    JdbcBoundaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All sets that are or were valid at some instant, by agency. */
    List<BoundarySet> sets() {
        return jdbc.sql("""
                        select id, lower(valid) as since, upper(valid) as until from places.boundary_set
                        where not isempty(valid) order by agency, lower(valid)""")
                .query((row, any) -> new BoundarySet(
                        row.getObject("id", UUID.class),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }

    /** Whether nobody has given boundaries of their own, now or ever. */
    boolean onlyHas(String source) {
        return jdbc.sql("select not exists (select from places.boundary_set where source <> :source)")
                .param("source", source)
                .query(Boolean.class)
                .single();
    }

    /** Ends the set that is valid at the instant (it never was if it began then), and tells when the next one begins. */
    @Nullable
    Instant endAt(AgencyId agency, Instant from) {
        jdbc.sql("""
                        update places.boundary_set set valid = tstzrange(lower(valid), :from)
                        where agency = :agency and valid @> :from""").param("agency", agency.value()).param("from", utc(from)).update();
        return jdbc.sql("""
                        select min(lower(valid)) from places.boundary_set
                        where agency = :agency and lower(valid) > :from""")
                .param("agency", agency.value())
                .param("from", utc(from))
                .query((row, any) -> {
                    var next = row.getObject(1, OffsetDateTime.class);
                    return Optional.ofNullable(next).map(OffsetDateTime::toInstant);
                })
                .single()
                .orElse(null);
    }

    void add(UUID set, AgencyId agency, Instant from, @Nullable Instant until, String source, Instant now) {
        jdbc.sql("""
                        insert into places.boundary_set (id, agency, valid, source, imported_at)
                        values (:id, :agency, tstzrange(:from, :until), :source, :now)""")
                .param("id", set)
                .param("agency", agency.value())
                .param("from", utc(from))
                .param("until", until == null ? null : utc(until), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("source", source)
                .param("now", utc(now))
                .update();
    }

    void add(UUID set, Area area) {
        jdbc.sql("""
                        insert into places.boundary
                            (boundary_set, kind, code, name, name_zh, agency, station, outline)
                        values (:set, :kind, :code, :name, :nameZh, :agency, :station, :outline)""")
                .param("set", set)
                .param("kind", area.kind().name())
                .param("code", area.code())
                .param("name", area.name())
                .param("nameZh", area.nameZh())
                .param("agency", area.agency().value())
                .param("station", area.station())
                .param("outline", new WKBWriter().write(area.outline()))
                .update();
    }

    List<Area> areas(UUID set) {
        return jdbc.sql("""
                        select kind, code, name, name_zh, agency, station, outline from places.boundary
                        where boundary_set = :set order by kind, code""").param("set", set).query((row, any) -> area(row)).list();
    }

    private static Area area(ResultSet row) throws SQLException {
        try {
            return new Area(
                    Area.Kind.valueOf(row.getString("kind")),
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("name_zh"),
                    new AgencyId(row.getString("agency")),
                    row.getString("station"),
                    new WKBReader().read(row.getBytes("outline")));
        } catch (ParseException e) {
            throw new IllegalStateException("A stored outline cannot be read.", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
