package org.openbeat.app.partners.delivery;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox: events in the order of their places. */
@Repository
class JdbcEvents {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcEvents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Only what someone is subscribed to is written. */
    void add(OutgoingEvent event) {
        jdbc.sql("""
                        insert into partners.event (id, type, incident, data, at)
                        select :id, :type, :incident, cast(:data as jsonb), :at
                        where exists (select from partners.subscription s
                            where s.state in ('ACTIVE', 'DISABLED') and :type = any (s.types))""")
                .param("id", event.id())
                .param("type", event.type())
                .param("incident", event.incident().value())
                .param("data", json.writeValueAsString(event.fields()))
                .param("at", event.at().atOffset(UTC))
                .update();
    }

    /**
     * Gives the next committed events their places and returns them. The row of the last place is locked first: what one
     * transaction has placed is committed before the next one places anything.
     */
    List<OutgoingEvent> place(int most) {
        long last = jdbc.sql("select place from partners.last_place for update")
                .query(Long.class)
                .single();
        var placed = jdbc.sql("""
                        with next as (select id, row_number() over (order by sequence) as number
                            from partners.event where place is null order by sequence limit :most)
                        update partners.event e set place = :last + next.number from next where e.id = next.id
                        returning e.id, e.place, e.type, e.incident, e.data, e.at""")
                .param("last", last)
                .param("most", most)
                .query(this::read)
                .list();
        jdbc.sql("update partners.last_place set place = place + :count")
                .param("count", placed.size())
                .update();
        return placed;
    }

    long lastPlace() {
        return jdbc.sql("select place from partners.last_place")
                .query(Long.class)
                .single();
    }

    /** The highest place of an event that was deleted; after it everything is still here, before it some may be. */
    long forgottenUpTo() {
        return jdbc.sql("select forgotten from partners.last_place")
                .query(Long.class)
                .single();
    }

    List<OutgoingEvent> after(long place, Collection<String> types, int most) {
        return jdbc.sql("""
                        select id, place, type, incident, data, at from partners.event
                        where place > :place and type = any (:types) order by place limit :most""")
                .param("place", place)
                .param("types", types.toArray(String[]::new))
                .param("most", most)
                .query(this::read)
                .list();
    }

    /** Forgets old events that wait for nobody, and keeps how far something was forgotten. */
    void forget(Instant before) {
        jdbc.sql("""
                        delete from partners.delivery d using partners.event e
                        where e.id = d.event and e.at < :before and d.state in ('DELIVERED', 'WITHHELD')""").param("before", before.atOffset(UTC)).update();
        jdbc.sql("""
                        with gone as (delete from partners.event e where e.at < :before and e.place is not null
                            and not exists (select from partners.delivery d where d.event = e.id) returning e.place)
                        update partners.last_place set forgotten = greatest(forgotten, (select max(place) from gone))
                        where exists (select from gone)""").param("before", before.atOffset(UTC)).update();
    }

    OutgoingEvent read(ResultSet row, int number) throws SQLException {
        return new OutgoingEvent(
                row.getObject("id", UUID.class),
                row.getLong("place"),
                row.getString("type"),
                new IncidentId(row.getObject("incident", UUID.class)),
                json.readValue(row.getString("data"), FIELDS),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
