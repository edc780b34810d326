package org.openbeat.app.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the tests of the scripts where a Node.js is installed; the journeys in a browser try them in any case. */
class ScriptsTest {

    @Test
    void the_scripts_of_the_board_and_of_the_phone_keep_their_promises() throws Exception {
        assumeTrue(hasNode(), "SKIPPED: no Node.js here (20 or newer); install it to run src/test/js");
        var run = new ProcessBuilder("node", "--test", Path.of("src/test/js").toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(output).isZero();
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            var run = new ProcessBuilder("node", "--version").start();
            var version = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return run.waitFor() == 0 && version.matches("v(2\\d|[3-9]\\d)\\.(?s).*");
        } catch (IOException e) {
            return false;
        }
    }
}
