package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.Manner;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.NewUnit;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Row-level security with the first lock taken away: the tables are asked directly, without any filter. */
@OpenbeatTest
class SecondLockIT {
    private static final List<String> TABLES = List.of(
            "desk.report",
            "desk.entry",
            "desk.opening",
            "desk.follower",
            "desk.photo",
            "desk.survey",
            "dispatch.incident",
            "dispatch.call",
            "dispatch.log_entry",
            "dispatch.incident_report",
            "dispatch.assignment",
            "dispatch.unit",
            "dispatch.crew",
            "dispatch.last_position",
            "dispatch.device");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Desk desk;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Access access;

    private final AgencyId ours = new AgencyId("ours-" + UUID.randomUUID());
    private final AgencyId theirs = new AgencyId("theirs-" + UUID.randomUUID());
    private final Actor dispatcher = staff(theirs, Role.DISPATCHER);

    @BeforeEach
    void agencies() {
        access.addAgency(Actor.SYSTEM, ours, "Made Up", null);
        access.addAgency(Actor.SYSTEM, theirs, "Made Up Too", null);
    }

    private static Actor staff(AgencyId agency, Role... roles) {
        return Actor.staff(UUID.randomUUID().toString(), "Pat Example", agency, Set.of(roles));
    }

    private static CommandKey key() {
        return new CommandKey(UUID.randomUUID().toString());
    }

    private IncidentId incident() {
        var call = new NewCall(
                "Ann Sample",
                "555 0100",
                "1 Market Square",
                new GeoPoint(40, -83),
                LocationTrust.EXACT,
                "fight",
                null,
                "Shouting",
                null,
                null,
                null);
        return dispatch.takeCall(dispatcher, call, key()).incident();
    }

    private UnitId unit() {
        var sign = "x" + UUID.randomUUID().toString().substring(0, 8);
        var unit = dispatch.register(dispatcher, new NewUnit(sign, "patrol-car", theirs, Set.of()));
        dispatch.perform(dispatcher, new Command.SignOn(unit, null), key());
        return unit;
    }

    private int count(RowScope scope, String table) {
        return scope.call(() ->
                jdbc.sql("select count(*) from " + table).query(Integer.class).single());
    }

    private int count(RowScope scope, String table, String column, UUID id) {
        return scope.call(() -> jdbc.sql("select count(*) from %s where %s = :id".formatted(table, column))
                .param("id", id)
                .query(Integer.class)
                .single());
    }

    private static RowScope of(Actor actor) {
        return RowScopes.of(actor);
    }

    @Test
    void a_connection_that_nobody_scoped_shows_no_row_of_any_protected_table() {
        dispatch.perform(dispatcher, new Command.Assign(incident(), unit(), Manner.NOW, false), key());
        var nobody = RowScope.ofPerson("", "");
        for (var table : TABLES) {
            assertThat(count(nobody, table)).as(table).isZero();
        }
        assertThat(count(RowScope.system("a test"), "dispatch.incident")).isPositive();
    }

    @Test
    void every_table_that_hangs_on_an_item_is_protected() {
        var unprotected = jdbc.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname in ('desk', 'dispatch') and not c.relrowsecurity
                            and exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
                                and a.attname in ('report', 'incident', 'unit', 'contact_name'))""").query(String.class).list();
        assertThat(unprotected).isEmpty();
        assertThat(jdbc.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relrowsecurity""").query(String.class).list()).containsAll(TABLES);
    }

    @Test
    void a_query_without_a_filter_returns_nothing_of_another_agency() {
        var incident = incident();
        var unit = unit();
        dispatch.perform(dispatcher, new Command.Assign(incident, unit, Manner.NOW, false), key());
        var stranger = of(staff(ours, Role.values()));
        var colleague = of(staff(theirs, Role.DISPATCHER));
        for (var table : List.of("dispatch.call", "dispatch.log_entry", "dispatch.assignment")) {
            assertThat(count(stranger, table, "incident", incident.value()))
                    .as(table)
                    .isZero();
            assertThat(count(colleague, table, "incident", incident.value()))
                    .as(table)
                    .isPositive();
        }
        assertThat(count(stranger, "dispatch.incident", "id", incident.value())).isZero();
        assertThat(count(colleague, "dispatch.incident", "id", incident.value()))
                .isOne();
        assertThat(count(stranger, "dispatch.unit", "id", unit.value())).isZero();
        assertThat(count(stranger, "dispatch.unit")).isZero();
    }

    @Test
    void a_report_and_all_that_hangs_on_it_is_shown_to_its_agency_alone() {
        var report = desk.submit(
                Actor.RESIDENT, report(), new SubmissionKey(UUID.randomUUID().toString()));
        var stranger = of(staff(ours, Role.values()));
        var colleague = of(staff(report.agency(), Role.CALL_TAKER));
        assertThat(count(stranger, "desk.report", "id", report.report().value()))
                .isZero();
        assertThat(count(stranger, "desk.report")).isZero();
        assertThat(count(colleague, "desk.report", "id", report.report().value()))
                .isOne();
    }

    private static NewReport report() {
        return NewReport.of("noise", "Loud music", Whereabouts.described("1 Market Square"), Channel.WEB);
    }

    @Test
    void R67_a_restricted_incident_is_shown_to_the_named_alone() {
        var incident = incident();
        var head = staff(theirs, Role.STATION_CHIEF);
        dispatch.perform(head, new Command.Restrict(incident, List.of(), "About a colleague"), key());
        assertThat(count(of(head), "dispatch.incident", "id", incident.value())).isOne();
        assertThat(count(of(head), "dispatch.log_entry", "incident", incident.value()))
                .isPositive();
        assertThat(count(of(dispatcher), "dispatch.incident", "id", incident.value()))
                .isZero();
        assertThat(count(of(dispatcher), "dispatch.log_entry", "incident", incident.value()))
                .isZero();
    }

    @Test
    void a_person_changes_no_protected_row_past_the_commands() {
        var incident = incident();
        of(dispatcher).run(() -> {
            assertThat(jdbc.sql("update dispatch.incident set summary = 'Changed' where id = :id")
                            .param("id", incident.value())
                            .update())
                    .isZero();
            assertThat(jdbc.sql("delete from dispatch.call").update()).isZero();
            assertThatThrownBy(() -> jdbc.sql("""
                            insert into dispatch.incident_report (report, incident, reference)
                            select gen_random_uuid(), id, 'AAAA-AAAA' from dispatch.incident""").update()).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> jdbc.sql("alter table dispatch.incident disable row level security")
                            .update())
                    .isInstanceOf(DataAccessException.class);
        });
    }

    @Test
    void the_roles_of_the_application_neither_own_nor_pass_by_row_level_security() {
        for (var role : List.of("openbeat_app", "openbeat_system")) {
            assertThat(jdbc.sql("""
                            select rolsuper or rolbypassrls or rolcreaterole or rolcanlogin
                                or exists (select from pg_class c where c.relowner = r.oid)
                            from pg_roles r where rolname = :role""").param("role", role).query(Boolean.class).single())
                    .isFalse();
        }
    }
}
