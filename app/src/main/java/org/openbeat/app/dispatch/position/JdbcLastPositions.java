package org.openbeat.app.dispatch.position;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcLastPositions implements LastPositions {
    private final JdbcClient jdbc;

    JdbcLastPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void write(List<Seen> positions) {
        positions.forEach(this::write);
    }

    private void write(Seen seen) {
        var fix = seen.fix();
        jdbc.sql("""
                        insert into dispatch.last_position as kept (unit, latitude, longitude, accuracy_metres,
                            speed_mps, heading_degrees, at, received_at)
                        values (:unit, :latitude, :longitude, :accuracy, :speed, :heading, :at, :receivedAt)
                        on conflict (unit) do update set latitude = excluded.latitude,
                            longitude = excluded.longitude, accuracy_metres = excluded.accuracy_metres,
                            speed_mps = excluded.speed_mps, heading_degrees = excluded.heading_degrees,
                            at = excluded.at, received_at = excluded.received_at
                        where kept.at < excluded.at""")
                .param("unit", seen.unit().value())
                .param("latitude", fix.point().latitude())
                .param("longitude", fix.point().longitude())
                .param("accuracy", fix.accuracyMetres(), Types.DOUBLE)
                .param("speed", fix.speedMetresPerSecond(), Types.DOUBLE)
                .param("heading", fix.headingDegrees(), Types.DOUBLE)
                .param("at", Timestamp.from(fix.at()))
                .param("receivedAt", Timestamp.from(seen.receivedAt()))
                .update();
    }
}
