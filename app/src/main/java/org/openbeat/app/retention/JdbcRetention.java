package org.openbeat.app.retention;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schedules, holds, the register of erasures, and the registry of events, which belongs to no module. */
@Repository
class JdbcRetention {
    private final JdbcClient jdbc;

    JdbcRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Schedule> schedules() {
        return jdbc.sql("select kind, period, basis, confirmed_at from retention.schedule order by kind")
                .query((row, number) -> new Schedule(
                        row.getString("kind"),
                        Period.parse(row.getString("period")),
                        row.getString("basis"),
                        instant(row, "confirmed_at")))
                .list();
    }

    void put(Schedule schedule, Actor proposer, Actor approver) {
        jdbc.sql("""
                        insert into retention.schedule (kind, period, basis, confirmed_at, confirmed_by, proposed_by)
                        values (:kind, :period, :basis, :at, :approver, :proposer)
                        on conflict (kind) do update set period = excluded.period, basis = excluded.basis,
                            confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by,
                            proposed_by = excluded.proposed_by""")
                .param("kind", schedule.kind())
                .param("period", schedule.period().toString())
                .param("basis", schedule.basis())
                .param("at", schedule.confirmedAt().atOffset(UTC))
                .param("approver", AccountId.of(approver.id()).value())
                .param("proposer", AccountId.of(proposer.id()).value())
                .update();
    }

    void add(Hold hold, Actor actor) {
        jdbc.sql("""
                        insert into retention.hold (id, subject_kind, subject_id, reference, agency, reason, set_by,
                            set_by_name, set_at, until)
                        values (:id, :kind, :subject, :reference, :agency, :reason, :by, :byName, :at, :until)""")
                .param("id", hold.id())
                .param("kind", hold.subject().kind())
                .param("subject", hold.subject().id())
                .param("reference", hold.reference())
                .param("agency", hold.agency().value())
                .param("reason", hold.reason())
                .param("by", AccountId.of(actor.id()).value())
                .param("byName", hold.setByName())
                .param("at", hold.setAt().atOffset(UTC))
                .param("until", hold.until().atOffset(UTC))
                .update();
    }

    List<Hold> holds(Instant now) {
        return jdbc.sql("""
                        select * from retention.hold where lifted_at is null and until > :now
                        order by until, id""")
                .param("now", now.atOffset(UTC))
                .query(JdbcRetention::hold)
                .list();
    }

    List<Hold> holdsOn(Subject subject, Instant now) {
        return jdbc.sql("""
                        select * from retention.hold where lifted_at is null and until > :now
                        and subject_kind = :kind and subject_id = :subject order by until, id""")
                .param("now", now.atOffset(UTC))
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .query(JdbcRetention::hold)
                .list();
    }

    Optional<Hold> hold(UUID id) {
        return jdbc.sql("select * from retention.hold where id = :id and lifted_at is null")
                .param("id", id)
                .query(JdbcRetention::hold)
                .optional();
    }

    boolean lift(UUID id, Actor actor, Instant at) {
        return jdbc.sql("""
                        update retention.hold set lifted_at = :at, lifted_by = :by
                        where id = :id and lifted_at is null""")
                        .param("id", id)
                        .param("by", AccountId.of(actor.id()).value())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    void erased(Subject subject, String ground, Instant at) {
        jdbc.sql("""
                        insert into retention.erasure (subject_kind, subject_id, ground, at)
                        values (:kind, :subject, :ground, :at)""")
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("ground", ground)
                .param("at", at.atOffset(UTC))
                .update();
    }

    long publications(Subject subject) {
        return jdbc.sql("""
                        select count(*) from public.event_publication
                        where position(:subject in serialized_event) > 0""").param("subject", subject.id()).query(Long.class).single();
    }

    /** What is still to be heard goes too: nothing is to be told of what is erased. */
    void forgetPublications(Subject subject) {
        jdbc.sql("delete from public.event_publication where position(:subject in serialized_event) > 0")
                .param("subject", subject.id())
                .update();
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                row.getString("reference"),
                new AgencyId(row.getString("agency")),
                row.getString("reason"),
                row.getString("set_by_name"),
                instant(row, "set_at"),
                instant(row, "until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
