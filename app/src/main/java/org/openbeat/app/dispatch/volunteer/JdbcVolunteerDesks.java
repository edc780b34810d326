package org.openbeat.app.dispatch.volunteer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVolunteerDesks implements VolunteerDesks {
    private static final String DESK =
            "select id, incident, secret, place, opened_at, closed_at from dispatch.volunteer_desk ";
    private static final String SHIFT =
            "select s.id, s.desk, s.secret, s.name, s.came_at, s.left_at from dispatch.volunteer_shift s ";

    private final JdbcClient jdbc;

    JdbcVolunteerDesks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(VolunteerDesk desk, Actor actor) {
        jdbc.sql("""
                        insert into dispatch.volunteer_desk (id, incident, secret, place, opened_at, opened_by,
                            opened_by_name) values (:id, :incident, :secret, :place, :at, :by, :name)""")
                .param("id", desk.id())
                .param("incident", desk.incident().value())
                .param("secret", desk.secret())
                .param("place", desk.place())
                .param("at", Timestamp.from(desk.openedAt()))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }

    @Override
    public void close(UUID desk, Instant at) {
        // The desk first: whoever checks in meanwhile is either seen by the second statement or finds it closed.
        jdbc.sql("update dispatch.volunteer_desk set closed_at = :at where id = :desk and closed_at is null")
                .param("at", Timestamp.from(at))
                .param("desk", desk)
                .update();
        jdbc.sql("""
                        update dispatch.volunteer_shift set left_at = greatest(came_at, cast(:at as timestamptz))
                        where desk = :desk and left_at is null""").param("at", Timestamp.from(at)).param("desk", desk).update();
    }

    @Override
    public void closeAll(IncidentId incident, Instant at) {
        of(incident).forEach(desk -> close(desk.id(), at));
    }

    @Override
    public List<VolunteerDesk> of(IncidentId incident) {
        return jdbc.sql(DESK + "where incident = :incident order by opened_at, id")
                .param("incident", incident.value())
                .query(JdbcVolunteerDesks::desk)
                .list();
    }

    @Override
    public Optional<VolunteerDesk> find(String secret) {
        return jdbc.sql(DESK + """
                        where secret = :secret and closed_at is null and exists (
                            select from dispatch.incident i where i.id = incident and i.status <> 'CLOSED')""")
                .param("secret", secret)
                .query(JdbcVolunteerDesks::desk)
                .optional();
    }

    @Override
    public boolean come(VolunteerShift shift) {
        return jdbc.sql("""
                        insert into dispatch.volunteer_shift (id, desk, secret, name, came_at)
                        select :id, d.id, :secret, :name, cast(:at as timestamptz) from dispatch.volunteer_desk d
                        where d.id = :desk and d.closed_at is null for share""")
                        .param("id", shift.id())
                        .param("desk", shift.desk())
                        .param("secret", shift.secret())
                        .param("name", shift.name())
                        .param("at", Timestamp.from(shift.cameAt()))
                        .update()
                == 1;
    }

    @Override
    public Optional<VolunteerShift> shift(UUID desk, String secret) {
        return jdbc.sql(SHIFT + "where s.desk = :desk and s.secret = :secret")
                .param("desk", desk)
                .param("secret", secret)
                .query(JdbcVolunteerDesks::shift)
                .optional();
    }

    @Override
    public boolean leave(UUID shift, Instant at) {
        return jdbc.sql("update dispatch.volunteer_shift set left_at = :at where id = :id and left_at is null")
                        .param("at", Timestamp.from(at))
                        .param("id", shift)
                        .update()
                == 1;
    }

    @Override
    public List<VolunteerShift> shifts(IncidentId incident) {
        return jdbc.sql(SHIFT + """
                        join dispatch.volunteer_desk d on d.id = s.desk
                        where d.incident = :incident order by s.name, s.came_at, s.id""")
                .param("incident", incident.value())
                .query(JdbcVolunteerDesks::shift)
                .list();
    }

    private static VolunteerDesk desk(ResultSet row, int number) throws SQLException {
        return new VolunteerDesk(
                row.getObject("id", UUID.class),
                new IncidentId(row.getObject("incident", UUID.class)),
                row.getString("secret"),
                row.getString("place"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "closed_at"));
    }

    private static VolunteerShift shift(ResultSet row, int number) throws SQLException {
        return new VolunteerShift(
                row.getObject("id", UUID.class),
                row.getObject("desk", UUID.class),
                row.getString("secret"),
                row.getString("name"),
                row.getTimestamp("came_at").toInstant(),
                instant(row, "left_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
