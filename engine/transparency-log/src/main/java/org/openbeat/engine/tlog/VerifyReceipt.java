package org.openbeat.engine.tlog;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command that verifies a receipt without any network: {@code java -cp transparency-log.jar
 * org.openbeat.engine.tlog.VerifyReceipt FILE [--key VKEY]}. Without {@code --key} it trusts the keys in the file
 * {@code openbeat.vkey} beside the receipt, one a line. It never trusts a key that the receipt brings along.
 *
 * <p>Exit status: 0 genuine, 1 not genuine, 2 wrong use of the command.
 */
public final class VerifyReceipt {

    private static final String USAGE = """
            Use: VerifyReceipt FILE [--key VKEY]
            FILE is a receipt (.tlog-proof). VKEY is the public key of the log, as the organisation publishes it.
            Without --key, the file openbeat.vkey beside the receipt must hold the key, one a line.
            """;

    private VerifyReceipt() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        boolean withKey = arguments.length == 2 || (arguments.length == 3 && arguments[1].equals("--key"));
        if (arguments.length == 0 || (arguments.length > 1 && !withKey)) {
            err.print(USAGE);
            return 2;
        }
        try {
            var file = Path.of(arguments[0]);
            var keys = keys(file, withKey ? arguments[arguments.length - 1] : null);
            var verified = new ReceiptVerifier(keys).verify(Files.readAllBytes(file));
            out.println(verified.sentence());
            out.println("Recorded with it: " + verified.disclosure().payload().canonicalText());
            return 0;
        } catch (UnverifiedException e) {
            err.println("This receipt is NOT genuine. " + e.getMessage());
            return 1;
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getFile() + ".\n" + USAGE);
            return 2;
        } catch (IOException | MalformedException e) {
            err.println("The receipt could not be verified. " + e.getMessage());
            return 2;
        }
    }

    private static List<VerifierKey> keys(Path receipt, @Nullable String vkey) throws IOException {
        if (vkey != null) {
            return List.of(VerifierKey.parse(vkey));
        }
        var beside = receipt.resolveSibling("openbeat.vkey");
        return Files.readAllLines(beside).stream()
                .filter(line -> !line.isBlank())
                .map(VerifierKey::parse)
                .toList();
    }
}
