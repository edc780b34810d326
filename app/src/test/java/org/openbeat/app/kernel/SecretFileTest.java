package org.openbeat.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    Path folder;

    @Test
    void a_secret_is_made_once_and_only_its_owner_may_read_it() throws IOException {
        var file = new SecretFile(folder.resolve("data/secret"));
        assertThat(file.readOrMake(() -> "first")).isEqualTo("first");
        assertThat(file.readOrMake(() -> "second")).isEqualTo("first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void servers_that_start_at_once_agree_on_one_secret() throws Exception {
        var file = new SecretFile(folder.resolve("secret"));
        try (var pool = Executors.newFixedThreadPool(8)) {
            var servers = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(i -> () -> file.readOrMake(() -> "secret " + i))
                    .toList();
            var secrets = pool.invokeAll(servers).stream()
                    .map(done -> done.resultNow())
                    .distinct();
            assertThat(secrets).hasSize(1);
        }
    }
}
