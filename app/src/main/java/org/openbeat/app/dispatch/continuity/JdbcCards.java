package org.openbeat.app.dispatch.continuity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCards implements Cards {
    private static final String ENTRY = """
            select e.card, e.incident, i.number, e.happened_at, e.entered_at, e.entered_by_name
            from dispatch.card_entry e join dispatch.incident i on i.id = e.incident
            """;
    private static final String OUTAGE = """
            select id, began_at, ended_at, first_card, last_card, noted_at, by_name from dispatch.outage
            """;

    private final JdbcClient jdbc;
    private final Identifiers identifiers;

    JdbcCards(JdbcClient jdbc, Identifiers identifiers) {
        this.jdbc = jdbc;
        this.identifiers = identifiers;
    }

    @Override
    public void lock(AgencyId agency) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('dispatch.cards ' || :agency))")
                .param("agency", agency.value())
                .query((row, number) -> 0)
                .single();
    }

    @Override
    public int next(AgencyId agency) {
        return jdbc.sql("""
                        select 1 + greatest(
                            coalesce((select max(last_card) from dispatch.card_batch where agency = :agency), 0),
                            coalesce((select max(card) from dispatch.card_entry where agency = :agency), 0))""")
                .param("agency", agency.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public void print(UUID id, AgencyId agency, CardRange cards, Actor actor, Instant at) {
        jdbc.sql("""
                        insert into dispatch.card_batch (id, agency, first_card, last_card, printed_at, printed_by,
                            printed_by_name) values (:id, :agency, :first, :last, :at, :by, :name)""")
                .param("id", id)
                .param("agency", agency.value())
                .param("first", cards.first())
                .param("last", cards.last())
                .param("at", Timestamp.from(at))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }

    @Override
    public List<CardEntry> entries(AgencyId agency, int card) {
        return jdbc.sql(ENTRY + "where e.agency = :agency and e.card = :card order by e.entered_at, e.id")
                .param("agency", agency.value())
                .param("card", card)
                .query(JdbcCards::entry)
                .list();
    }

    @Override
    public void enter(
            UUID id, AgencyId agency, int card, IncidentId incident, Instant happenedAt, Actor actor, Instant at) {
        jdbc.sql("""
                        insert into dispatch.card_entry (id, agency, card, incident, happened_at, entered_at, entered_by,
                            entered_by_name) values (:id, :agency, :card, :incident, :happened, :at, :by, :name)""")
                .param("id", id)
                .param("agency", agency.value())
                .param("card", card)
                .param("incident", incident.value())
                .param("happened", Timestamp.from(happenedAt))
                .param("at", Timestamp.from(at))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }

    @Override
    public boolean setAside(UUID id, AgencyId agency, int card, String reason, Actor actor, Instant at) {
        return jdbc.sql("""
                                insert into dispatch.card_aside (id, agency, card, reason, at, by_id, by_name)
                                values (:id, :agency, :card, :reason, :at, :by, :name)
                                on conflict (agency, card) do nothing""")
                        .param("id", id)
                        .param("agency", agency.value())
                        .param("card", card)
                        .param("reason", reason)
                        .param("at", Timestamp.from(at))
                        .param("by", actor.id())
                        .param("name", actor.name())
                        .update()
                == 1;
    }

    @Override
    public void note(UUID id, AgencyId agency, Outage outage, Actor actor) {
        jdbc.sql("""
                        insert into dispatch.outage (id, agency, began_at, ended_at, first_card, last_card, noted_at,
                            by_id, by_name) values (:id, :agency, :began, :ended, :first, :last, :at, :by, :name)""")
                .param("id", id)
                .param("agency", agency.value())
                .param("began", Timestamp.from(outage.beganAt()))
                .param("ended", Timestamp.from(outage.endedAt()))
                .param("first", outage.cards().first())
                .param("last", outage.cards().last())
                .param("at", Timestamp.from(outage.notedAt()))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }

    @Override
    public List<Outage> outages(AgencyId agency) {
        return jdbc.sql(OUTAGE + "where agency = :agency order by began_at desc limit 100")
                .param("agency", agency.value())
                .query(JdbcCards::outage)
                .list();
    }

    @Override
    public Optional<Outage> outage(AgencyId agency, UUID id) {
        return jdbc.sql(OUTAGE + "where agency = :agency and id = :id")
                .param("agency", agency.value())
                .param("id", id)
                .query(JdbcCards::outage)
                .optional();
    }

    @Override
    public Reconciliation reconcile(AgencyId agency, Outage outage) {
        var entries = jdbc.sql(ENTRY + """
                        where e.agency = :agency and (e.card between :first and :last
                            or (e.happened_at between :began and :ended and e.entered_at >= :ended))
                        order by e.card, e.entered_at, e.id""")
                .param("agency", agency.value())
                .param("first", outage.cards().first())
                .param("last", outage.cards().last())
                .param("began", Timestamp.from(outage.beganAt()))
                .param("ended", Timestamp.from(outage.endedAt()))
                .query(JdbcCards::entry)
                .list();
        var aside = jdbc.sql("""
                        select card, reason, at, by_name from dispatch.card_aside
                        where agency = :agency and card between :first and :last order by card""")
                .param("agency", agency.value())
                .param("first", outage.cards().first())
                .param("last", outage.cards().last())
                .query((row, number) -> new SetAside(
                        row.getInt("card"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name")))
                .list();
        return Reconciliation.of(outage, entries, aside);
    }

    @Override
    public List<Phone> phones(AgencyId agency) {
        return jdbc.sql("select name, number from dispatch.phone where agency = :agency order by place")
                .param("agency", agency.value())
                .query((row, number) -> new Phone(row.getString("name"), row.getString("number")))
                .list();
    }

    @Override
    public void replacePhones(AgencyId agency, List<Phone> phones) {
        jdbc.sql("delete from dispatch.phone where agency = :agency")
                .param("agency", agency.value())
                .update();
        for (int place = 0; place < phones.size(); place++) {
            jdbc.sql("""
                            insert into dispatch.phone (id, agency, place, name, number)
                            values (:id, :agency, :place, :name, :number)""")
                    .param("id", identifiers.next())
                    .param("agency", agency.value())
                    .param("place", place)
                    .param("name", phones.get(place).name())
                    .param("number", phones.get(place).number())
                    .update();
        }
    }

    @Override
    public List<AgencyId> agencies() {
        return jdbc.sql("""
                        select agency from dispatch.unit where closed_at is null
                        union select agency from dispatch.incident where status <> 'CLOSED' order by 1""")
                .query((row, number) -> new AgencyId(row.getString("agency")))
                .list();
    }

    private static CardEntry entry(ResultSet row, int number) throws SQLException {
        return new CardEntry(
                row.getInt("card"),
                new IncidentId(row.getObject("incident", UUID.class)),
                row.getString("number"),
                row.getTimestamp("happened_at").toInstant(),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("entered_by_name"));
    }

    private static Outage outage(ResultSet row, int number) throws SQLException {
        return new Outage(
                row.getObject("id", UUID.class),
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                new CardRange(row.getInt("first_card"), row.getInt("last_card")),
                row.getTimestamp("noted_at").toInstant(),
                row.getString("by_name"));
    }
}
