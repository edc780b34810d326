package org.openbeat.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.tlog.VerifierKey;

/**
 * The program: {@code java -jar witness.jar --name NAME --log VKEY}. It prints its public key and serves until it is
 * ended. Exit status: 1 if it can't start, 2 for wrong use.
 */
public final class WitnessProgram {

    private static final String USAGE = """
            Use: witness [--name NAME] [--log VKEY]… [--data FOLDER] [--address HOST] [--port N] [--vkey]
            --name NAME     name of this witness, at the first start: an address that you own, without https://
            --log VKEY      public key of a log to watch, from now on; again for each. A log that changes its key is
                            watched under both
            --data FOLDER   where key and memory are kept (data-witness)
            --address HOST  where to listen (127.0.0.1)
            --port N        at which port (8090)
            --vkey          prints the public key and ends
            """;

    private @Nullable String name;
    private final List<VerifierKey> logs = new ArrayList<>();
    private Path data = Path.of("data-witness");
    private String address = "127.0.0.1";
    private int port = 8090;
    private boolean onlyKey;

    private WitnessProgram() {}

    public static void main(String[] arguments) {
        // The JDK's server would wait for ever for a sender that stops in the middle.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("jdk.httpserver.maxConnections", "200");
        int status = run(arguments, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Returns once it serves, or once it has said what there was to say. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        var program = new WitnessProgram();
        try {
            program.read(arguments);
            program.start(out);
            return 0;
        } catch (WitnessException e) {
            err.println("witness: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("witness: can't listen on %s:%d: %s".formatted(program.address, program.port, e.getMessage()));
            return 1;
        } catch (IllegalArgumentException e) {
            err.print(USAGE + "witness: " + e.getMessage() + "\n");
            return 2;
        }
    }

    private void read(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--vkey")) {
                onlyKey = true;
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " is no option, or needs a value.");
            }
            take(arguments[i], arguments[++i]);
        }
    }

    private void take(String option, String value) {
        switch (option) {
            case "--name" -> name = value;
            case "--log" -> logs.add(VerifierKey.parse(value));
            case "--data" -> data = Path.of(value);
            case "--address" -> address = value;
            case "--port" -> port = Integer.parseInt(value);
            default -> throw new IllegalArgumentException("There is no option " + option + ".");
        }
    }

    private void start(PrintStream out) throws IOException {
        var folder = WitnessFolder.open(data, Optional.ofNullable(name), logs, new SecureRandom());
        if (onlyKey) {
            out.println(folder.key().verifierKey());
            folder.close();
            return;
        }
        var server = WitnessServer.start(folder, new InetSocketAddress(address, port), Clock.systemUTC());
        out.println("Public key: " + folder.key().verifierKey());
        folder.logs().forEach(log -> out.println("Watching:   " + log));
        if (folder.logs().isEmpty()) {
            out.println("Watching no log yet; add one with --log VKEY.");
        }
        out.println(
                "Serving:    http://%s:%d".formatted(address, server.address().getPort()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "witness-stop"));
    }
}
