package org.openbeat.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.ledger.keys.KeyRing;
import org.openbeat.engine.tlog.SignerKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ChecksTheWholeLedger
class SequencerIT {
    private static final int WRITERS = 16;
    private static final int ACTS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    ApplicationContext context;

    @Autowired
    KeyRing keys;

    @Autowired
    LedgerSettings settings;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String run = UUID.randomUUID().toString();

    /** Two sequencers stand for two servers on one database. */
    @Test
    void sixteen_writers_and_two_servers_lose_nothing_and_keep_causes_before_effects() throws Exception {
        var otherServer = new Sequencer(AnotherServer.integrator(context), settings);
        otherServer.start();
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            var writers = IntStream.range(0, WRITERS)
                    .<Callable<Void>>mapToObj(writer -> () -> write(writer))
                    .toList();
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        }
        assertThat(sequencer.awaitPlaced(PATIENCE)).isTrue();
        otherServer.stop();
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(payloadsInOrder(writer))
                    .isEqualTo(IntStream.range(0, ACTS)
                            .mapToObj("{\"act\":%d}"::formatted)
                            .toList());
        }
        assertThat(Checked.faults(ledger)).isEmpty();
    }

    @Test
    void acts_that_are_committed_out_of_order_are_all_placed() throws Exception {
        transaction.executeWithoutResult(early -> {
            events.publishEvent(new Tried(run + "-early", Map.of()));
            inAnotherThread(() ->
                    transaction.executeWithoutResult(late -> events.publishEvent(new Tried(run + "-late", Map.of()))));
            inAnotherThread(() -> assertThat(receiptOf(run + "-late")).isPresent());
        });
        assertThat(receiptOf(run + "-early")).isPresent();
        assertThat(Checked.faults(ledger)).isEmpty();
    }

    @Test
    void a_server_that_dies_within_a_pass_leaves_everything_to_the_next_one() throws Exception {
        assertThat(sequencer.awaitPlaced(PATIENCE)).isTrue();
        var dying = AnotherServer.integrator(context);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Tried(run, Map.of()));
            assertThat(dying.integrate()).isPositive();
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> events.publishEvent(new Tried(run, Map.of("again", true))));
        dying.integrate();
        assertThat(sequencer.awaitPlaced(PATIENCE)).isTrue();
        assertThat(receiptOf(run)).get().extracting(Receipt::text).asString().isNotEmpty();
        assertThat(jdbc.sql("select count(*) from ledger.entry where subject_id = :id")
                        .param("id", run)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(Checked.faults(ledger)).isEmpty();
    }

    @Test
    void a_restarted_server_goes_on_where_the_log_stands() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Tried(run + "-1", Map.of())));
        assertThat(receiptOf(run + "-1")).isPresent();
        sequencer.stop();
        transaction.executeWithoutResult(status -> events.publishEvent(new Tried(run + "-2", Map.of())));
        assertThat(ledger.receipt(new Subject("test", run + "-2"), Tried.ACTION))
                .isEmpty();
        assertThat(AnotherServer.integrator(context).integrate()).isPositive();
        assertThat(ledger.receipt(new Subject("test", run + "-2"), Tried.ACTION))
                .isPresent();
        sequencer.start();
        transaction.executeWithoutResult(status -> events.publishEvent(new Tried(run + "-3", Map.of())));
        assertThat(receiptOf(run + "-3")).isPresent();
        assertThat(Checked.faults(ledger)).isEmpty();
    }

    @Test
    void a_log_is_never_continued_with_another_key() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Tried(run, Map.of())));
        assertThat(receiptOf(run)).isPresent();
        var stranger = AnotherServer.integrator(
                context, KeyRing.of(SignerKey.generate(keys.verifierKey().name(), new SecureRandom())));
        assertThatThrownBy(stranger::integrate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another key");
        assertThat(Checked.faults(ledger)).isEmpty();
    }

    private Void write(int writer) {
        for (int act = 0; act < ACTS; act++) {
            var details = Map.<String, Object>of("act", act);
            transaction.executeWithoutResult(status -> events.publishEvent(new Tried(run + "-" + writer, details)));
        }
        return null;
    }

    private List<String> payloadsInOrder(int writer) {
        var sql = """
                select e.payload from ledger.leaf l join ledger.entry e on e.id = l.entry
                where e.subject_id = :id order by l.position""";
        return jdbc.sql(sql).param("id", run + "-" + writer).query(String.class).list();
    }

    private Optional<Receipt> receiptOf(String subjectId) {
        return ledger.awaitReceipt(new Subject("test", subjectId), Tried.ACTION, PATIENCE);
    }

    private static void inAnotherThread(Runnable work) {
        try (var one = Executors.newSingleThreadExecutor()) {
            one.submit(work).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
