package org.openbeat.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.engine.tlog.Json;
import org.openbeat.engine.tlog.ReceiptVerifier;
import org.openbeat.engine.tlog.VerifyReceipt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ChecksTheWholeLedger
class LedgerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Ledger ledger;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String id = UUID.randomUUID().toString();
    private final Subject subject = new Subject("test", id);

    @BeforeEach
    void aTableOfSomeModule() {
        jdbc.sql("create table if not exists ledger_it_work (id text primary key)")
                .update();
    }

    @Test
    void an_act_that_is_rolled_back_leaves_no_entry() {
        transaction.executeWithoutResult(status -> {
            work(new Tried(id, Map.of()));
            status.setRollbackOnly();
        });
        assertThat(ledger.awaitReceipt(subject, Tried.ACTION, PATIENCE)).isEmpty();
        assertThat(entriesOf(id)).isZero();
    }

    @Test
    void an_act_whose_entry_cannot_be_written_does_not_happen() {
        var noJson = new Tried(id, Map.of("value", new Object()));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> work(noJson)))
                .hasMessageContaining("no form in JSON");
        var tooLong = new Tried("x".repeat(70_000), Map.of());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> work(tooLong)))
                .hasMessageContaining("entry_leaf_check");
        assertThat(workOf(id)).isZero();
        assertThat(workOf("x".repeat(70_000))).isZero();
    }

    @Test
    void an_act_announced_outside_of_a_transaction_is_refused() {
        assertThatThrownBy(() -> events.publishEvent(new Tried(id, Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of a transaction");
        assertThat(entriesOf(id)).isZero();
    }

    @Test
    void a_receipt_discloses_the_act_and_its_details_and_names_nobody() throws Exception {
        commit(new Tried(id, Map.of("text", "路灯坏了", "count", 3)));
        var receipt = ledger.awaitReceipt(subject, Tried.ACTION, PATIENCE).orElseThrow();
        var verified = new ReceiptVerifier(List.of(ledger.verifierKey())).verify(receipt.bytes());
        assertThat(verified.disclosure().payload().canonicalText()).isEqualTo("{\"count\":3,\"text\":\"路灯坏了\"}");
        var entry = verified.disclosure().entry();
        assertThat(entry.values().keySet())
                .containsExactly(
                        "action", "actor", "agency", "at", "id", "payloadHash", "roles", "subjectId", "subjectKind");
        assertThat(entry.get("at")).isEqualTo(new Json.Text("2026-11-25T09:00:00.123Z"));
        assertThat(entry.canonicalText())
                .contains("\"roles\":[\"CALL_TAKER\",\"DISPATCHER\"]", "\"actor\":\"staff:")
                .doesNotContain("account-17", "Test Officer", "路灯");
    }

    @Test
    void the_command_accepts_a_receipt_offline_and_rejects_it_when_changed(@TempDir Path folder) throws Exception {
        commit(new Tried(id, Map.of()));
        var receipt = ledger.awaitReceipt(subject, Tried.ACTION, PATIENCE).orElseThrow();
        var file = Files.write(folder.resolve("receipt" + Receipt.FILE_EXTENSION), receipt.bytes());
        assertThat(verifyInOtherProcess(file)).isZero();
        Files.writeString(file, receipt.text().replace("index ", "index 1"));
        assertThat(verifyInOtherProcess(file)).isEqualTo(1);
    }

    @Test
    void the_newest_of_several_acts_on_a_subject_has_the_receipt() throws Exception {
        for (int i = 0; i < 5; i++) {
            commit(new Tried(id, Map.of("time", i)));
        }
        var receipt = ledger.awaitReceipt(subject, Tried.ACTION, PATIENCE).orElseThrow();
        var verified = new ReceiptVerifier(List.of(ledger.verifierKey())).verify(receipt.bytes());
        assertThat(verified.disclosure().payload().canonicalText()).isEqualTo("{\"time\":4}");
    }

    @Test
    void an_erased_payload_is_gone_and_the_ledger_still_holds() {
        commit(new Tried(id, Map.of("name", "Erasme Oubliet")));
        var before = ledger.awaitReceipt(subject, Tried.ACTION, PATIENCE).orElseThrow();
        assertThat(ledger.erasePayloads(Tried.OFFICER, subject)).isEqualTo(1);
        assertThat(ledger.erasePayloads(Tried.OFFICER, subject))
                .as("the entry of the first erasure")
                .isEqualTo(1);
        assertThat(ledger.awaitReceipt(subject, Tried.ACTION, PATIENCE)).isEmpty();
        assertThat(jdbc.sql("select count(*) from ledger.entry where payload like '%Oubliet%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(Checked.faults(ledger)).isEmpty();
        assertThat(ledger.verify().erased()).isGreaterThanOrEqualTo(1);
        assertThatCode(() -> new ReceiptVerifier(List.of(ledger.verifierKey())).verify(before.bytes()))
                .doesNotThrowAnyException();
        assertThat(ledger.receipt(subject, "ledger.payloads-erased")).isPresent();
    }

    @Test
    void what_was_recorded_can_be_neither_changed_nor_removed() {
        commit(new Tried(id, Map.of()));
        ledger.awaitReceipt(subject, Tried.ACTION, PATIENCE).orElseThrow();
        for (var attempt : List.of(
                "update ledger.entry set leaf = 'x'",
                "update ledger.entry set payload = '{}'",
                "delete from ledger.entry",
                "update ledger.leaf set position = position + 1",
                "delete from ledger.leaf",
                "delete from ledger.head")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).as(attempt).hasMessageContaining("only grows");
        }
    }

    private void commit(Recordable act) {
        transaction.executeWithoutResult(status -> events.publishEvent(act));
    }

    private void work(Recordable act) {
        jdbc.sql("insert into ledger_it_work values (:id)")
                .param("id", act.subject().id())
                .update();
        events.publishEvent(act);
    }

    private long workOf(String subjectId) {
        return count("select count(*) from ledger_it_work where id = :id", subjectId);
    }

    private long entriesOf(String subjectId) {
        return count("select count(*) from ledger.entry where subject_id = :id", subjectId);
    }

    private long count(String sql, String subjectId) {
        return jdbc.sql(sql).param("id", subjectId).query(Long.class).single();
    }

    private int verifyInOtherProcess(Path receipt) throws IOException, InterruptedException {
        var code = Path.of(VerifyReceipt.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        code.toString(),
                        VerifyReceipt.class.getName(),
                        receipt.toString(),
                        "--key",
                        ledger.verifierKey().format())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
