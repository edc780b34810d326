package org.openbeat.app.dispatch.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnits implements Units {
    private static final String COLUMNS = """
            select u.id, u.call_sign, u.type, u.agency, u.skills, u.status, t.statuses, u.shift_ends_at, u.version
            from dispatch.unit u join dispatch.unit_type t on t.code = u.type
            """;

    private final JdbcClient jdbc;

    JdbcUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(UnitId id, String callSign, String type, AgencyId agency, Set<String> skills, Instant at) {
        return jdbc.sql("""
                        insert into dispatch.unit (id, call_sign, type, agency, skills, status, status_since,
                            last_contact_at)
                        values (:id, lower(:callSign), :type, :agency, :skills, 'OFF_DUTY', :at, :at)
                        on conflict do nothing""")
                        .param("id", id.value())
                        .param("callSign", callSign)
                        .param("type", type)
                        .param("agency", agency.value())
                        .param("skills", skills.stream().sorted().toArray(String[]::new))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    @Override
    public void equip(UnitId id, Set<String> skills) {
        jdbc.sql("update dispatch.unit set skills = :skills, version = version + 1 where id = :id")
                .param("skills", skills.stream().sorted().toArray(String[]::new))
                .param("id", id.value())
                .update();
    }

    @Override
    public void retire(UnitId id, Instant at) {
        jdbc.sql("update dispatch.unit set closed_at = :at, version = version + 1 where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
        jdbc.sql("update dispatch.device set revoked_at = :at where unit = :id and revoked_at is null")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public Optional<Unit> find(UnitId id) {
        return jdbc.sql(COLUMNS + "where u.id = :id")
                .param("id", id.value())
                .query(JdbcUnits::read)
                .optional();
    }

    @Override
    public Optional<Unit> findByCallSign(String callSign) {
        return jdbc.sql(COLUMNS + "where u.call_sign = lower(:callSign) and u.closed_at is null")
                .param("callSign", callSign)
                .query(JdbcUnits::read)
                .optional();
    }

    @Override
    public List<Unit> list() {
        return jdbc.sql(COLUMNS + "where u.closed_at is null order by u.call_sign")
                .query(JdbcUnits::read)
                .list();
    }

    @Override
    public Map<UnitId, Unit> lock(Collection<UnitId> ids) {
        var locked = new LinkedHashMap<UnitId, Unit>();
        if (!ids.isEmpty()) {
            jdbc.sql(COLUMNS + "where u.id = any (:ids) order by u.id for update of u")
                    .param("ids", ids.stream().map(UnitId::value).toArray(UUID[]::new))
                    .query(JdbcUnits::read)
                    .list()
                    .forEach(unit -> locked.put(unit.id(), unit));
        }
        return locked;
    }

    @Override
    public void become(UnitId id, UnitStatus status, Instant since, Instant at) {
        jdbc.sql("""
                        update dispatch.unit set status = :status, status_since = :since, last_contact_at = :at,
                            version = version + 1 where id = :id""")
                .param("status", status.name())
                .param("since", Timestamp.from(since))
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void onDuty(UnitId id, UnitStatus status, @Nullable Instant shiftEndsAt, Instant at) {
        jdbc.sql("""
                        update dispatch.unit set status = :status, status_since = :at, on_duty_since = :at,
                            shift_ends_at = :shiftEndsAt, last_contact_at = :at, version = version + 1
                        where id = :id""")
                .param("status", status.name())
                .param("at", Timestamp.from(at))
                .param("shiftEndsAt", shiftEndsAt == null ? null : Timestamp.from(shiftEndsAt))
                .param("id", id.value())
                .update();
    }

    @Override
    public void offDuty(UnitId id, Instant at) {
        jdbc.sql("""
                        update dispatch.unit set status = 'OFF_DUTY', status_since = :at, on_duty_since = null,
                            shift_ends_at = null, last_contact_at = :at, version = version + 1 where id = :id""").param("at", Timestamp.from(at)).param("id", id.value()).update();
        jdbc.sql("update dispatch.crew set until = :at where unit = :id and until is null")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void join(UnitId id, String account, String name, Instant at) {
        jdbc.sql("update dispatch.crew set until = :at where account = :account and until is null")
                .param("at", Timestamp.from(at))
                .param("account", account)
                .update();
        jdbc.sql("insert into dispatch.crew (unit, account, name, since) values (:unit, :account, :name, :at)")
                .param("unit", id.value())
                .param("account", account)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void leave(UnitId id, String account, Instant at) {
        jdbc.sql("""
                        update dispatch.crew set until = :at
                        where unit = :unit and account = :account and until is null""")
                .param("at", Timestamp.from(at))
                .param("unit", id.value())
                .param("account", account)
                .update();
    }

    @Override
    public Optional<UnitId> unitOf(String account) {
        return jdbc.sql("select unit from dispatch.crew where account = :account and until is null")
                .param("account", account)
                .query((row, number) -> new UnitId(row.getObject("unit", UUID.class)))
                .optional();
    }

    @Override
    public int crewSize(UnitId id) {
        return jdbc.sql("select count(*) from dispatch.crew where unit = :unit and until is null")
                .param("unit", id.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<UnitStatus> dutyDefault(AgencyId agency) {
        return jdbc.sql("select status from dispatch.duty_default where agency = :agency")
                .param("agency", agency.value())
                .query(String.class)
                .optional()
                .map(UnitStatus::valueOf);
    }

    @Override
    public void setDutyDefault(AgencyId agency, UnitStatus status) {
        jdbc.sql("""
                        insert into dispatch.duty_default (agency, status) values (:agency, :status)
                        on conflict (agency) do update set status = excluded.status""")
                .param("agency", agency.value())
                .param("status", status.name())
                .update();
    }

    @Override
    public boolean hasType(String type) {
        return jdbc.sql("select exists (select 1 from dispatch.unit_type where code = :code)")
                .param("code", type)
                .query(Boolean.class)
                .single();
    }

    private static Unit read(ResultSet row, int number) throws SQLException {
        var shiftEnds = row.getTimestamp("shift_ends_at");
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                row.getString("call_sign"),
                row.getString("type"),
                new AgencyId(row.getString("agency")),
                Set.of((String[]) row.getArray("skills").getArray()),
                UnitStatus.valueOf(row.getString("status")),
                owned((String[]) row.getArray("statuses").getArray()),
                shiftEnds == null ? null : shiftEnds.toInstant(),
                row.getInt("version"));
    }

    private static Set<UnitStatus> owned(String[] names) {
        var owned = EnumSet.noneOf(UnitStatus.class);
        Arrays.stream(names).map(UnitStatus::valueOf).forEach(owned::add);
        return owned;
    }
}
