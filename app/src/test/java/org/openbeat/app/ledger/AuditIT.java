package org.openbeat.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Someone with all rights on the database changes what was recorded; each time it is found, then rolled back. */
@ChecksTheWholeLedger
class AuditIT {

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_ledger_of_more_than_one_tile() throws InterruptedException {
        var run = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 300; i++) {
                events.publishEvent(new Tried(run + "-" + i, Map.of("i", i)));
            }
        });
        assertThat(sequencer.awaitPlaced(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void an_untouched_ledger_holds() {
        assertThat(Checked.faults(ledger)).isEmpty();
        assertThat(ledger.verify().size()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void a_changed_leaf_is_found() {
        assertFound(
                "update ledger.entry "
                        + "set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'tried', 'liked'), 'UTF8')",
                "was changed");
    }

    @Test
    void a_leaf_changed_together_with_its_hash_is_found_by_the_signed_root() {
        assertFound("""
                with changed as (
                    update ledger.entry
                    set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'tried', 'liked'), 'UTF8')
                    where id = (
                        select id from ledger.entry join ledger.leaf on leaf.entry = id
                        where convert_from(entry.leaf, 'UTF8') like '%tried%' limit 1)
                    returning id, leaf
                )
                update ledger.leaf set hash = sha256('\\x00'::bytea || changed.leaf)
                from changed where entry = changed.id
                """, "root that was signed");
    }

    @Test
    void a_changed_payload_is_found() {
        assertFound(
                "update ledger.entry set payload = '{\"i\":-1}' where payload is not null "
                        + "and id = (select entry from ledger.leaf where position = 299)",
                "or its payload was");
    }

    @Test
    void a_missing_entry_is_found() {
        assertFound("delete from ledger.leaf where position = 12", "Missing from position");
    }

    @Test
    void two_entries_that_changed_places_are_found() {
        assertFound("""
                update ledger.leaf set position = 1000000000000 where position = 5;
                update ledger.leaf set position = 5 where position = 6;
                update ledger.leaf set position = 6 where position = 1000000000000
                """, "root that was signed");
    }

    @Test
    void a_wrong_hash_of_an_upper_tile_is_found() {
        assertFound("update ledger.tile_hash set hash = sha256('x'::bytea) where position = 0", "tiles of level 1");
    }

    @Test
    void a_head_that_nobody_signed_is_found() {
        assertFound("update ledger.head set note = replace(note, E'\\n\\n', E'x\\n\\n')", "not signed by");
        assertFound("update ledger.head set root = sha256('x'::bytea)", "another size or root");
    }

    @Test
    void an_entry_that_was_taken_off_the_queue_and_not_placed_is_found() {
        assertFound("""
                insert into ledger.entry
                    (id, leaf, subject_kind, subject_id, action, recorded_at, salt, payload)
                select gen_random_uuid(), leaf, subject_kind, subject_id, action, recorded_at, salt, payload
                from ledger.entry where salt is not null limit 1
                """, "neither waits nor has a place");
    }

    private void assertFound(String tampering, String fault) {
        var faults = new ArrayList<String>();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(tampering).update()).isPositive();
            faults.addAll(ledger.verify().faults());
            status.setRollbackOnly();
        });
        assertThat(List.copyOf(faults)).anySatisfy(found -> assertThat(found).contains(fault));
    }
}
