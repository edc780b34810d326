package org.openbeat.engine.tlog;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command that verifies a receipt without any network: {@code java -cp transparency-log.jar
 * org.openbeat.engine.tlog.VerifyReceipt FILE [--key VKEY] [--witness VKEY] [--quorum N] [--key-notices FILE]}. Without
 * {@code --key} it trusts the keys in the file {@code openbeat.vkey} beside the receipt, one a line. It never trusts a
 * key that the receipt brings along.
 *
 * <p>Exit status: 0 genuine, 1 not genuine, 2 wrong use of the command.
 */
public final class VerifyReceipt {

    private static final String USAGE = """
            Use: VerifyReceipt FILE [--key VKEY]… [--witness VKEY]… [--quorum N] [--key-notices FILE]
            FILE is a receipt (.tlog-proof).
            --key VKEY      the public key of the log, as the organisation publishes it. Without it, the file
                            openbeat.vkey beside the receipt must hold the keys, one a line, witnesses' included
            --witness VKEY  the public key of a witness, as the witness publishes it
            --quorum N      how many of the witnesses must have signed; without it, all of them
            --key-notices FILE
                            what the log publishes about its keys (/ledger/key-notices), when it has another key
                            than the one that you kept. Without it, the file openbeat.key-notices beside the
                            receipt is used if there is one
            """;

    /** The arguments are not as the usage says. */
    private static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }

    /** What the caller asked for. */
    private static final class Request {
        private final Path receipt;
        private final List<VerifierKey> keys = new ArrayList<>();
        private final List<VerifierKey> witnesses = new ArrayList<>();
        private @Nullable Integer quorum;
        private @Nullable Path notices;

        Request(String[] arguments) throws UsageException {
            if (arguments.length == 0 || arguments[0].startsWith("--")) {
                throw new UsageException("No receipt was named.");
            }
            receipt = Path.of(arguments[0]);
            // The key alone, without a word before it, is how the first version was used.
            if (arguments.length == 2 && !arguments[1].startsWith("--")) {
                keys.add(VerifierKey.parse(arguments[1]));
                return;
            }
            for (int i = 1; i < arguments.length; i += 2) {
                if (i + 1 == arguments.length) {
                    throw new UsageException(arguments[i] + " needs a value.");
                }
                take(arguments[i], arguments[i + 1]);
            }
        }

        private void take(String option, String value) throws UsageException {
            switch (option) {
                case "--key" -> keys.add(VerifierKey.parse(value));
                case "--witness" -> witnesses.add(VerifierKey.parse(value));
                case "--quorum" -> quorum = (int) Math.min(Decimals.parse(value), Integer.MAX_VALUE);
                case "--key-notices" -> notices = Path.of(value);
                default -> throw new UsageException("There is no option " + option + ".");
            }
        }

        TrustPolicy policy() throws IOException, UnverifiedException, UsageException {
            var all = new ArrayList<>(keys.isEmpty() ? keysBeside(receipt) : keys);
            all.addAll(witnesses);
            var trusted = all.stream().filter(VerifierKey::isWitness).distinct().toList();
            var logs = LogKeys.of(all.stream().filter(key -> !key.isWitness()).toList());
            var beside = receipt.resolveSibling("openbeat.key-notices");
            var file = notices == null && Files.exists(beside) ? beside : notices;
            if (file != null) {
                logs = logs.following(KeyNotice.parseAll(Files.readString(file)));
            }
            try {
                return new TrustPolicy(logs, trusted, quorum == null ? trusted.size() : quorum);
            } catch (IllegalArgumentException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
    }

    private VerifyReceipt() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            var request = new Request(arguments);
            var policy = request.policy();
            var verified = new ReceiptVerifier(policy).verify(Files.readAllBytes(request.receipt));
            print(verified, policy, out);
            return 0;
        } catch (UnverifiedException e) {
            err.println("This receipt is NOT genuine. " + e.getMessage());
            return 1;
        } catch (UsageException e) {
            err.print(USAGE + e.getMessage() + "\n");
            return 2;
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getFile() + ".\n" + USAGE);
            return 2;
        } catch (IOException | MalformedException e) {
            err.println("The receipt could not be verified. " + e.getMessage());
            return 2;
        }
    }

    private static void print(VerifiedReceipt verified, TrustPolicy policy, PrintStream out) {
        out.println(verified.sentence());
        out.println("Recorded with it: " + verified.disclosure().payload().canonicalText());
        verified.vouchers().forEach(out::println);
        var vouching = verified.vouched().cosignatures().stream()
                .map(Cosignature::witness)
                .toList();
        policy.witnesses().stream()
                .filter(witness -> !vouching.contains(witness))
                .forEach(witness -> out.println("The witness " + witness.name() + " has not signed."));
        if (policy.witnesses().isEmpty()) {
            out.println("No witness was asked for: that nobody was shown another history rests on the log's word.");
        }
    }

    private static List<VerifierKey> keysBeside(Path receipt) throws IOException {
        var beside = receipt.resolveSibling("openbeat.vkey");
        return Files.readAllLines(beside).stream()
                .filter(line -> !line.isBlank())
                .map(VerifierKey::parse)
                .toList();
    }
}
