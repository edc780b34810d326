package org.openbeat.app.dispatch.incident;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIncidentSharing implements IncidentSharing {
    private final JdbcClient jdbc;

    JdbcIncidentSharing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void handOver(IncidentId id, AgencyId agency, boolean keepReading, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set agency = :agency, version = version + 1, last_contact_at = :at,
                            shared_with = array(select s from unnest(shared_with) s
                                where s <> :agency and not dispatch.within(s, incident.agency)
                                union select incident.agency where :keepReading)
                        where id = :id""")
                .param("agency", agency.value())
                .param("keepReading", keepReading)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public Optional<Hidden> hidden(IncidentId id) {
        return jdbc.sql("select number, restricted from dispatch.hidden_incident(:id)")
                .param("id", id.value())
                .query((row, number) -> new Hidden(row.getString("number"), row.getBoolean("restricted")))
                .optional();
    }

    @Override
    public List<String> agencies(IncidentId id) {
        return jdbc.sql("""
                        select agency from dispatch.incident where id = :id
                        union select unnest(shared_with) from dispatch.incident where id = :id""").param("id", id.value()).query(String.class).list();
    }

    @Override
    public void restrict(IncidentId id, @Nullable Set<String> named, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set named = :named, version = version + 1, last_contact_at = :at
                        where id = :id""")
                .param("named", named == null ? null : named.toArray(String[]::new), Types.ARRAY)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }
}
