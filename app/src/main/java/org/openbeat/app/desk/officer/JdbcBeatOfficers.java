package org.openbeat.app.desk.officer;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.openbeat.app.desk.officer.BeatOfficers.Officer;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBeatOfficers {
    private final JdbcClient jdbc;

    JdbcBeatOfficers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Officer officer, String appointedBy) {
        var since = officer.since().atOffset(UTC);
        jdbc.sql("update desk.beat_officer set until = :since where beat = :beat and until is null")
                .param("since", since)
                .param("beat", officer.beat().value())
                .update();
        jdbc.sql("""
                        insert into desk.beat_officer (beat, account, name, agency, since, appointed_by)
                        values (:beat, :account, :name, :agency, :since, :by)""")
                .param("beat", officer.beat().value())
                .param("account", officer.account())
                .param("name", officer.name())
                .param("agency", officer.agency().value())
                .param("since", since)
                .param("by", appointedBy)
                .update();
    }

    Optional<Officer> find(BeatCode beat) {
        return jdbc.sql("select * from desk.beat_officer where beat = :beat and until is null")
                .param("beat", beat.value())
                .query(JdbcBeatOfficers::read)
                .optional();
    }

    List<Officer> list() {
        return jdbc.sql("select * from desk.beat_officer where until is null order by beat")
                .query(JdbcBeatOfficers::read)
                .list();
    }

    private static Officer read(ResultSet row, int number) throws SQLException {
        return new Officer(
                new BeatCode(row.getString("beat")),
                row.getString("account"),
                row.getString("name"),
                new AgencyId(row.getString("agency")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
