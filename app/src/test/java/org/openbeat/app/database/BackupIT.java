package org.openbeat.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.app.Openbeat;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.ledger.Ledger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** a backup counts when it was restored. The whole application runs on an embedded database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.Random.class)
class BackupIT {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Path folder;
    private Path home;
    private Path file;
    private BackupManifest made;

    /** An act that the ledger keeps. */
    private record Act(Actor actor, Instant at, int number) implements Recordable {
        @Override
        public String action() {
            return "test.act";
        }

        @Override
        public Subject subject() {
            return new Subject("test", "act-" + number);
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("number", number, "words", "tab\there, line\nbreak, 路灯, back\\slash");
        }
    }

    @BeforeAll
    void a_backup_is_made_while_the_server_runs(@TempDir Path temporary) throws Exception {
        folder = temporary;
        home = folder.resolve("home");
        file = folder.resolve("kept.zip");
        try (var application = start(home)) {
            act(application);
            Files.createDirectories(home.resolve("maps/city"));
            Files.writeString(home.resolve("maps/city/streets.bin"), "a map");
            made = backup(home).backUp(file);
        }
    }

    @Test
    void a_restored_backup_has_the_same_rows_counters_and_files_and_its_ledger_verifies() throws Exception {
        var other = folder.resolve("other");
        backup(other).restore(file);
        var again = backup(other).backUp(folder.resolve("again.zip"));

        assertThat(again.tables()).isEqualTo(made.tables()).hasSizeGreaterThan(5);
        assertThat(again.sequences()).isEqualTo(made.sequences()).isNotEmpty();
        assertThat(again.migrations()).isEqualTo(made.migrations());
        assertThat(again.files()).isEqualTo(made.files());
        assertThat(made.files()).extracting(BackupManifest.Part::entry).contains("files/maps/city/streets.bin");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);

        try (var application = start(other)) {
            var ledger = application.getBean(Ledger.class);
            assertThat(ledger.verify().faults()).isEmpty();
            act(application);
            assertThat(ledger.verify().holds()).isTrue();
        }
    }

    @Test
    void a_cut_or_changed_file_or_another_file_is_refused_with_the_reason() throws Exception {
        var bytes = Files.readAllBytes(file);
        var cut = Files.write(folder.resolve("cut.zip"), List.of());
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(cut, "is cut short or is no backup of Openbeat");

        var text = Files.writeString(folder.resolve("letter.zip"), "Dear reader");
        assertRefused(text, "(11 bytes) is cut short or is no backup of Openbeat");

        for (int i = bytes.length / 3; i < bytes.length / 3 + 64; i++) { // Longer than a header of an entry.
            bytes[i] ^= 1;
        }
        var changed = Files.write(folder.resolve("changed.zip"), bytes);
        assertRefused(changed, "changed.zip");

        assertRefused(folder.resolve("missing.zip"), "There is no backup to read at");
    }

    @Test
    void a_folder_that_holds_something_is_left_alone() {
        assertThatThrownBy(() -> backup(home).restore(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> backup(home).backUp(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("never overwrites another");
    }

    @Test
    void a_full_disk_is_named_as_such_and_leaves_nothing_behind() {
        var target = folder.resolve("too-big.zip");
        var backup = new Backup(home, null, new PrintStream(said, true, StandardCharsets.UTF_8), FullDisk::new);
        assertThatThrownBy(() -> backup.backUp(target))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("There is not enough space for the backup on")
                .hasMessageContaining("MB are free");
        assertThat(target).doesNotExist();
        assertThat(folder.resolve("too-big.zip.part")).doesNotExist();
    }

    @Test
    void a_restore_that_was_cut_off_is_never_served_from() throws Exception {
        var half = Files.createDirectories(folder.resolve("half"));
        RestoreMark.of(half).set();
        assertThatThrownBy(() -> RestoreMark.of(half).refuseUnfinished()).hasMessageContaining("was cut off");
        RestoreMark.of(half).clear();
        assertThatCode(() -> RestoreMark.of(half).refuseUnfinished()).doesNotThrowAnyException();
    }

    private void assertRefused(Path backup, String reason) {
        var target = folder.resolve("never");
        assertThatThrownBy(() -> backup(target).restore(backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining(reason);
        assertThat(target).doesNotExist();
    }

    private Backup backup(Path of) {
        return new Backup(of, null, new PrintStream(said, true, StandardCharsets.UTF_8), Function.identity());
    }

    private static ConfigurableApplicationContext start(Path home) {
        return new SpringApplicationBuilder(Openbeat.class)
                .run("--server.port=0", "--openbeat.data=" + home, "--logging.level.root=warn");
    }

    private static void act(ConfigurableApplicationContext application) {
        var transactions = application.getBean(TransactionTemplate.class);
        var at = application.getBean(Clock.class).instant();
        IntStream.range(0, 30)
                .forEach(number -> transactions.executeWithoutResult(
                        status -> application.publishEvent(new Act(Actor.SYSTEM, at, number))));
    }

    /** Takes 10 kB, then no more. */
    private static final class FullDisk extends FilterOutputStream {
        private int left = 10_000;

        private FullDisk(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new IOException("No space left on device");
            }
            out.write(buffer, offset, length);
        }
    }
}
