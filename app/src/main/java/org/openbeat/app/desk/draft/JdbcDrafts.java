package org.openbeat.app.desk.draft;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcDrafts {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcDrafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(DraftToken token, Draft draft, Instant at) {
        jdbc.sql("""
                        insert into desk.draft (token, started_at, saved_at, fields)
                        values (:token, :at, :at, cast(:fields as jsonb))""")
                .param("token", token.hash())
                .param("at", at.atOffset(UTC))
                .param("fields", json.writeValueAsString(draft))
                .update();
    }

    void save(DraftToken token, Draft draft, Instant at) {
        jdbc.sql("""
                        update desk.draft set saved_at = :at, fields = cast(:fields as jsonb)
                        where token = :token and not sent""")
                .param("token", token.hash())
                .param("at", at.atOffset(UTC))
                .param("fields", json.writeValueAsString(draft))
                .update();
    }

    Optional<Draft> find(DraftToken token) {
        return jdbc.sql("select fields, sent from desk.draft where token = :token")
                .param("token", token.hash())
                .query((row, number) -> {
                    var draft = json.readValue(row.getString("fields"), Draft.class);
                    return new Draft(
                            draft.category(), draft.place(), draft.details(), draft.person(), row.getBoolean("sent"));
                })
                .optional();
    }

    /** From now on it only leads to its report; what was typed stands there alone. */
    void sent(DraftToken token) {
        jdbc.sql("""
                        update desk.draft set sent = true,
                            fields = jsonb_set(cast(:nothing as jsonb), '{category}', fields -> 'category')
                        where token = :token""")
                .param("token", token.hash())
                .param("nothing", json.writeValueAsString(Draft.EMPTY))
                .update();
    }

    void remove(DraftToken token) {
        jdbc.sql("delete from desk.photo where draft = :token and report is null")
                .param("token", token.hash())
                .update();
        jdbc.sql("delete from desk.draft where token = :token and not sent")
                .param("token", token.hash())
                .update();
    }

    void sweep(Instant before, int most) {
        jdbc.sql("""
                        with old as (
                            delete from desk.draft where token in (
                                select token from desk.draft where saved_at < :before order by saved_at limit :most
                                for update skip locked)
                            returning token)
                        delete from desk.photo where draft in (select token from old) and report is null""").param("before", before.atOffset(UTC)).param("most", most).update();
    }
}
