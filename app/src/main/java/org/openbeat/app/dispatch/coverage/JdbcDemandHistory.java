package org.openbeat.app.dispatch.coverage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDemandHistory implements DemandHistory {
    private final JdbcClient jdbc;

    JdbcDemandHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> incidentsByBeat(Instant since) {
        var found = new HashMap<String, Integer>();
        jdbc.sql("""
                        select beat, count(*) as incidents from dispatch.incident
                        where opened_at >= :since and beat is not null and duplicate_of is null group by beat""").param("since", Timestamp.from(since)).query(row -> {
            found.put(row.getString("beat"), row.getInt("incidents"));
        });
        return found;
    }

    @Override
    public Load load(AgencyId agency, Instant since, Instant now) {
        return jdbc.sql("""
                        with work as (
                            select greatest(a.started_at, :since) as began, coalesce(a.ended_at, :now) as ended
                            from dispatch.assignment a join dispatch.unit u on u.id = a.unit
                            where dispatch.within(u.agency, :agency) and a.started_at is not null
                                and (a.ended_at is null or a.ended_at >= :since))
                        select count(*) as times,
                            coalesce(sum(extract(epoch from ended - began)), 0) as busy,
                            greatest(3600, extract(epoch from :now - coalesce(min(began), :since))) as seconds
                        from work""")
                .param("agency", agency.value())
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Load(
                        row.getDouble("busy") / row.getDouble("seconds"),
                        row.getInt("times") * 3600 / row.getDouble("seconds")))
                .single();
    }
}
