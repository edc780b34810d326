package org.openbeat.engine.procedure.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.engine.procedure.Packs;

class PackCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PackCommand command = new PackCommand(new PrintStream(out, true, UTF_8));

    private int run(String... arguments) throws Exception {
        return command.run(List.of(arguments));
    }

    private static String folder(String name) {
        return Packs.FOLDER.resolve(name).toString();
    }

    @Test
    void lint_and_test_end_well_for_a_pack_that_is_well() throws Exception {
        assertThat(run("lint", folder("cn-mediation"))).isZero();
        assertThat(run("test", folder("cn-mediation"))).isZero();
        assertThat(out.toString(UTF_8)).contains("clean", "0 failed");
    }

    @Test
    void lint_ends_ill_with_the_line_and_column_of_what_is_wrong(@TempDir Path folder) throws Exception {
        var pack = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(pack.resolve("pack.yaml"), "pack: broken\ntitel: Broken\n");
        assertThat(run("lint", pack.toString())).isOne();
        assertThat(out.toString(UTF_8)).contains("broken/pack.yaml:2:8: a pack has no titel; maybe title");
    }

    @Test
    void explain_writes_a_page(@TempDir Path folder) throws Exception {
        var page = folder.resolve("page.html");
        assertThat(run("explain", folder("ew-pace-custody"), page.toString())).isZero();
        assertThat(page).content().contains("Detention at a police station");
    }

    @Test
    void diff_prints_one_line_a_difference() throws Exception {
        assertThat(run("diff", folder("cn-administrative-2012"), folder("cn-administrative-2025")))
                .isZero();
        assertThat(out.toString(UTF_8).lines()).hasSizeGreaterThan(20);
    }

    @Test
    void without_a_command_it_says_how_it_is_used() throws Exception {
        assertThat(run()).isOne();
        assertThat(run("lint")).isOne();
        assertThat(run("burn", "it")).isOne();
        assertThat(out.toString(UTF_8)).contains("pack lint FOLDER");
    }
}
