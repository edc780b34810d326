package org.openbeat.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.ledger.Finding.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody with all rights on the database changes a row that an act made, adds one or takes one away. Each time the
 * check names the row, what was done, the last true act and its time; then it is rolled back.
 */
@ChecksTheWholeLedger
class RowDrillsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String agency = "drill-" + UUID.randomUUID();
    private final String record = "access.agency [\"%s\"]".formatted(agency);

    @BeforeEach
    void an_agency_that_an_act_made() throws InterruptedException {
        act("insert into access.agency (id, name, created_at) values (:id, 'True name', '2026-11-25T08:00:00Z')");
        assertThat(ours(ledger.verify().findings())).isEmpty();
    }

    @AfterEach
    void and_another_act_removes_again() throws InterruptedException {
        act("delete from access.agency where id = :id");
        assertThat(ours(ledger.verify().findings())).isEmpty();
    }

    @Test
    void a_row_that_was_edited_is_found_altered_with_its_last_true_act() {
        var found = only(found("update access.agency set name = 'Another name' where id = :id"));
        assertThat(found.kind()).isEqualTo(Kind.ALTERED);
        assertThat(found.record()).isEqualTo(record);
        assertThat(found.at()).isEqualTo(Instant.parse("2026-11-25T09:00:00.123Z"));
        assertThat(found.detail()).contains("test.tried on test " + agency);
        assertThat(found.line()).startsWith("altered\t" + record + "\t2026-11-25T09:00:00.123Z\t");
    }

    @Test
    void a_row_that_was_deleted_is_found_removed() {
        var found = only(found("delete from access.agency where id = :id"));
        assertThat(found.kind()).isEqualTo(Kind.REMOVED);
        assertThat(found.record()).isEqualTo(record);
        assertThat(found.at()).isEqualTo(Instant.parse("2026-11-25T09:00:00.123Z"));
    }

    @Test
    void a_row_that_no_act_made_is_found_forged() {
        var found = found("insert into access.agency (id, name, created_at) values (:id || '-2', 'No agency', now())");
        assertThat(only(found).kind()).isEqualTo(Kind.FORGED);
        assertThat(only(found).record()).isEqualTo("access.agency [\"%s-2\"]".formatted(agency));
    }

    @Test
    void a_row_that_was_edited_together_with_its_mark_is_found_by_the_list_that_the_tree_binds() {
        var found = found("""
                with edited as (
                    update access.agency set name = 'Another name' where id = :id returning *
                )
                update ledger.row_state set mark = sha256(salt || convert_to(jsonb_strip_nulls(to_jsonb(r))::text, 'UTF8'))
                from (select id, parent, 'Another name' as name, name_zh, created_at from access.agency
                      where id = :id) r
                where table_name = 'access.agency' and key = jsonb_build_array(r.id)::text
                """);
        assertThat(found).anySatisfy(mark -> {
            assertThat(mark.kind()).isEqualTo(Kind.ALTERED);
            assertThat(mark.record()).isEqualTo("the mark of " + record);
        });
    }

    @Test
    void a_mark_that_was_set_back_to_an_earlier_change_is_found() throws InterruptedException {
        act("update access.agency set name = 'Second name' where id = :id");
        var found = found("""
                update ledger.row_state s set mark = c.mark, position = c.position, place = c.place
                from (select * from ledger.row_change where key = jsonb_build_array(:id)::text
                      order by position limit 1) c
                where s.table_name = 'access.agency' and s.key = c.key
                """);
        assertThat(found).anySatisfy(mark -> {
            assertThat(mark.kind()).isEqualTo(Kind.ALTERED);
            assertThat(mark.record()).isEqualTo("the mark of " + record);
        });
    }

    @Test
    void a_list_of_changes_that_was_edited_too_is_found_by_the_root() {
        assertThat(found("update ledger.row_change set mark = sha256('x') where key = jsonb_build_array(:id)::text"))
                .anySatisfy(list -> {
                    assertThat(list.kind()).isEqualTo(Kind.ALTERED);
                    assertThat(list.record()).startsWith("the list of changes at entry ");
                });
        assertThat(found("delete from ledger.row_change where key = jsonb_build_array(:id)::text"))
                .anySatisfy(list -> assertThat(list.kind()).isEqualTo(Kind.REMOVED));
    }

    @Test
    void an_edit_with_the_triggers_on_is_recorded_and_found_because_nobody_announced_an_act() {
        var found = only(foundAfter(false, "update access.agency set name = 'Another name' where id = :id"));
        assertThat(found.kind()).isEqualTo(Kind.ALTERED);
        assertThat(found.record()).isEqualTo(record);
        assertThat(found.detail()).isEqualTo("No act was announced for this change.");
    }

    @Test
    void an_act_that_was_forged_in_the_queue_gets_no_place_and_is_found() {
        var found = foundAfter(false, """
                with forged as (
                    insert into ledger.entry (id, leaf, subject_kind, subject_id, action, recorded_at, salt, payload)
                    select gen_random_uuid(), leaf, subject_kind, :id || '-forged', action, recorded_at, salt, payload
                    from ledger.entry where subject_id = :id limit 1
                    returning id
                )
                insert into ledger.pending (entry, seal) select id, sha256('no seal') from forged""");
        assertThat(only(found).kind()).isEqualTo(Kind.FORGED);
        assertThat(only(found).record()).contains("test.tried on test " + agency + "-forged");
    }

    @Test
    void a_trigger_that_was_switched_off_is_found() {
        var findings = new ArrayList<Finding>();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table access.agency disable trigger user").update();
            findings.addAll(ledger.verify().findings());
            status.setRollbackOnly();
        });
        assertThat(findings).anySatisfy(found -> {
            assertThat(found.record()).isEqualTo("access.agency");
            assertThat(found.detail()).contains("triggers");
        });
    }

    @Test
    void values_are_spelt_alike_whatever_the_session_is_set_to() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local timezone = 'Asia/Shanghai'; set local datestyle = 'ISO, DMY'; "
                            + "set local intervalstyle = 'sql_standard'; set local bytea_output = 'escape'")
                    .update();
            assertThat(ours(ledger.verify().findings())).isEmpty();
        });
    }

    private void act(String sql) throws InterruptedException {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(sql).param("id", agency).update();
            events.publishEvent(new Tried(agency, Map.of()));
        });
        assertThat(sequencer.awaitPlaced(PATIENCE)).isTrue();
    }

    private List<Finding> found(String tampering) {
        return foundAfter(true, tampering);
    }

    private List<Finding> foundAfter(boolean triggersOff, String tampering) {
        var findings = new ArrayList<Finding>();
        transaction.executeWithoutResult(status -> {
            if (triggersOff) {
                jdbc.sql("set local session_replication_role = replica").update();
            }
            assertThat(jdbc.sql(tampering).param("id", agency).update()).isPositive();
            if (!triggersOff) {
                AnotherServer.integrator(context).integrate();
            }
            findings.addAll(ledger.verify().findings());
            status.setRollbackOnly();
        });
        return ours(findings);
    }

    private List<Finding> ours(List<Finding> findings) {
        return findings.stream()
                .filter(found ->
                        found.record().contains(agency) || found.record().startsWith("the list of changes"))
                .toList();
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
