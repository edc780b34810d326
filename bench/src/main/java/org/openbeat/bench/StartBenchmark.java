package org.openbeat.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From {@code ./openbeat serve} on a built project to the first 200, beside a bare Spring Boot application. */
final class StartBenchmark implements Bench.Benchmark {
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        var folder = Files.createTempDirectory("openbeat-bench-start");
        var ours = new Starter(List.of("./openbeat", "serve"), folder.resolve("ours"));
        var bare = new Starter(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareApplication.class.getName()),
                folder.resolve("bare"));
        ours.seconds(); // The first start makes the cluster and the archives: not what is measured.
        bare.seconds();
        var result = Paired.run(ROUNDS, ours::seconds, bare::seconds);
        out.println(result.line("start", "s to the first 200"));
        return List.of(Figure.atMost("start-vs-bare", result.ratio(), 2.5));
    }

    /** Starts a command on a folder, waits for its first 200 and ends it. */
    private record Starter(List<String> command, Path data) {

        double seconds() throws IOException, InterruptedException {
            Files.createDirectories(data);
            var port = freePort();
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling(data.getFileName() + ".log").toFile()));
            builder.environment().put("OPENBEAT_DATA", data.toString());
            builder.environment().put("OPENBEAT_PORT", Integer.toString(port));
            builder.environment().put("SERVER_PORT", Integer.toString(port));
            builder.environment().put("BARE_DATA", data.toString());
            var begun = System.nanoTime();
            var process = builder.start();
            try {
                awaitFirst200(port, process);
                return (System.nanoTime() - begun) / 1e9;
            } finally {
                end(process);
            }
        }

        private static void awaitFirst200(int port, Process process) throws InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            try (var client = HttpClient.newHttpClient()) {
                while (System.nanoTime() < deadline && process.isAlive()) {
                    try {
                        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                            return;
                        }
                    } catch (IOException e) {
                        // Not listening yet.
                    }
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
            throw new IllegalStateException("no 200 from port " + port);
        }

        private static void end(Process process) throws InterruptedException {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
