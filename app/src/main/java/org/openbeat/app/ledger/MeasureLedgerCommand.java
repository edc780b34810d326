package org.openbeat.app.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code ledger-measure}: how fast this machine appends to the ledger and checks it, beside what its disk and processor
 * can do. It fills the ledger with made-up acts, so it refuses one that has real ones. The argument is how many entries to
 * check, by default a million. Prints lines {@code measured NAME OURS REFERENCE}.
 */
@Component
class MeasureLedgerCommand implements OneOffCommand {
    private static final Actor OFFICER =
            Actor.staff("measure", "Made-up officer", new AgencyId("measure"), Set.of(Role.DISPATCHER));

    private static final int WRITERS = 16;
    private static final int AT_ONCE = 1000;

    /** As many entries as the check has in memory at once. */
    private static final int SAMPLE = 16_384;

    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Ledger ledger;
    private final JdbcLedgerEntries entries;
    private final JdbcAudit audit;
    private final JdbcTree tree;
    private final JdbcMeasure measure;
    private final EntryMaker maker;
    private final Sequencer sequencer;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final OpenbeatSettings settings;

    /** An act about as long as those of the desk. */
    private record Measured(long number) implements Recordable {
        @Override
        public Actor actor() {
            return OFFICER;
        }

        @Override
        public Instant at() {
            return Instant.ofEpochSecond(1_795_000_000L + number);
        }

        @Override
        public String action() {
            return "measure.act-done";
        }

        @Override
        public Subject subject() {
            return new Subject("measure", "%036d".formatted(number));
        }

        @Override
        public Map<String, Object> details() {
            return Map.of(
                    "number",
                    number,
                    "status",
                    "ANSWERED",
                    "sha256",
                    "%064x".formatted(number),
                    "reference",
                    "ABCD-EFGH");
        }
    }

    MeasureLedgerCommand(
            Ledger ledger,
            JdbcLedgerEntries entries,
            JdbcAudit audit,
            JdbcTree tree,
            JdbcMeasure measure,
            EntryMaker maker,
            Sequencer sequencer,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            OpenbeatSettings settings) {
        this.ledger = ledger;
        this.entries = entries;
        this.audit = audit;
        this.tree = tree;
        this.measure = measure;
        this.maker = maker;
        this.sequencer = sequencer;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "ledger-measure";
    }

    @Override
    public int run(String argument) {
        try {
            sequencer.awaitPlaced(PATIENCE);
            if (size() > 1000) {
                System.err.println("This ledger has acts of its own; measure on an empty data folder.");
                return 2;
            }
            for (int round = 0; round < 3; round++) {
                System.out.printf("measured appended-per-second %.0f %.0f%n", appended(), rawAppends());
            }
            fill(argument.isBlank() ? 1_000_000 : Long.parseLong(argument));
            for (int round = 0; round < 5; round++) {
                measureCheck();
            }
            return 0;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size() {
        return tree.head().map(Head::size).orElse(0L);
    }

    /** Acts a second, each in a transaction of its own, until the last has its place in the signed tree. */
    private double appended() throws InterruptedException, ExecutionException {
        var number = new AtomicLong(size());
        long first = number.get();
        long begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            Callable<Void> work = () -> {
                while (System.nanoTime() - begun < ROUND.toNanos()) {
                    var act = new Measured(number.incrementAndGet());
                    transaction.executeWithoutResult(status -> events.publishEvent(act));
                }
                return null;
            };
            for (var done : pool.invokeAll(Collections.nCopies(WRITERS, work))) {
                done.get();
            }
        }
        sequencer.awaitPlaced(PATIENCE);
        return (number.get() - first) * 1e9 / (System.nanoTime() - begun);
    }

    /** Leaves a second that one thread appends to a file, each with fdatasync: what a log without a database could do. */
    private double rawAppends() throws IOException {
        var file = settings.data().resolve("raw-appends");
        var leaf = maker.make(new Measured(1)).leaf();
        long begun = System.nanoTime();
        long count = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (System.nanoTime() - begun < ROUND.toNanos()) {
                channel.write(ByteBuffer.wrap(leaf));
                channel.force(false);
                count++;
            }
            return count * 1e9 / (System.nanoTime() - begun);
        } finally {
            Files.delete(file);
        }
    }

    private void fill(long wanted) throws InterruptedException {
        for (long number = size(); number < wanted; number += AT_ONCE) {
            var some = new ArrayList<Entry>();
            for (long i = number; i < Math.min(wanted, number + AT_ONCE); i++) {
                some.add(maker.make(new Measured(i)));
            }
            transaction.executeWithoutResult(status ->
                    entries.appendAll(some, some.stream().map(maker::seal).toList()));
        }
        sequencer.awaitPlaced(PATIENCE);
        measure.analyze();
    }

    /** Entries a second: our check of them all, beside one thread that only hashes the same leaves and payloads. */
    private void measureCheck() {
        long size = size();
        var sample = audit.entries(0, Math.max(1, audit.blocks() * SAMPLE / size))
                .parallel(EntryContent::read)
                .toList();
        long begun = System.nanoTime();
        var found = ledger.verify();
        double ours = size * 1e9 / (System.nanoTime() - begun);
        if (!found.holds()) {
            throw new IllegalStateException(
                    "The ledger does not hold: " + found.faults().getFirst());
        }
        System.out.printf("measured verified-per-second %.0f %.0f%n", ours, hashed(sample, false));
        System.out.printf("measured verified-beside-one-stream %.0f %.0f%n", ours, hashed(sample, true));
    }

    private static double hashed(List<EntryContent> sample, boolean asOneStream) {
        var digest = sha256();
        long begun = System.nanoTime();
        long hashed = 0;
        while (System.nanoTime() - begun < Duration.ofSeconds(2).toNanos()) {
            for (var entry : sample) {
                hash(digest, entry.leaf(), asOneStream);
                if (entry.salt() != null) {
                    digest.update(entry.salt());
                }
                hash(digest, entry.payload(), asOneStream);
            }
            hashed += sample.size();
        }
        digest.digest();
        return hashed * 1e9 / (System.nanoTime() - begun);
    }

    private static void hash(MessageDigest digest, byte @Nullable [] bytes, boolean goOn) {
        if (bytes != null) {
            digest.update(bytes);
        }
        if (!goOn) {
            digest.digest();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
