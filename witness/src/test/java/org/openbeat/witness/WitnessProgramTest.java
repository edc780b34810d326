package org.openbeat.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.engine.tlog.AddCheckpoint;

/** The program as an operator runs it, in a process of its own. */
class WitnessProgramTest {

    @TempDir
    Path folder;

    private final TestLog log = TestLog.of("truth");

    @Test
    void whatever_was_cosigned_before_a_kill_is_known_after_it() throws Exception {
        long seen = 0;
        for (int round = 0; round < 3; round++) {
            var process = start(
                    "--name",
                    "paper.example/witness",
                    "--log",
                    log.key().verifierKey().format());
            try (var client = HttpClient.newHttpClient()) {
                var address = address(process);
                if (seen > 0) {
                    var forged = send(client, address, log.fork("forgery").from(0, 299));
                    assertThat(forged.body()).as("its memory").isEqualTo(seen + "\n");
                }
                for (long size = seen + 1; size <= seen + 20; size++) {
                    assertThat(send(client, address, log.from(size - 1, size)).statusCode())
                            .isEqualTo(200);
                }
                seen += 20;
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void wrong_use_is_explained() {
        assertThat(run("--nonsense", "1")).startsWith("2 Use:");
        assertThat(run("--port")).startsWith("2 Use:");
        assertThat(run("--log", "nonsense")).startsWith("2 Use:");
        assertThat(run("--data", folder.resolve("w").toString()))
                .startsWith("1 ")
                .contains("--name");
    }

    @Test
    void it_prints_its_key_and_ends() {
        var data = folder.resolve("w").toString();
        var first = run("--data", data, "--name", "paper.example", "--vkey");
        assertThat(first).startsWith("0 paper.example+");
        assertThat(run("--data", data, "--vkey")).isEqualTo(first);
    }

    private static String run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return WitnessProgram.run(arguments, stream, stream) + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WitnessProgram.class.getName(),
                "--data",
                folder.toString(),
                "--port",
                "0"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static URI address(Process process) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Serving:")) {
                return URI.create(line.substring("Serving:".length()).strip() + AddCheckpoint.PATH);
            }
        }
        throw new AssertionError("it did not start: " + said);
    }

    private static HttpResponse<String> send(HttpClient client, URI address, AddCheckpoint request)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.ofByteArray(request.format()))
                        .build(),
                BodyHandlers.ofString());
    }
}
