import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Checks a receipt of Openbeat's ledger offline, in one file, with nothing but a JDK of 21 or newer:
 *
 * <pre>
 * java Verify.java receipt FILE VKEY [WITNESS-VKEY …]   is this receipt genuine?
 * java Verify.java leaf FILE                            the hash of an entry in its canonical form
 * java Verify.java vectors FILE                         what this program says of each vector
 * </pre>
 *
 * It was written from docs/ledger-entry.md and the specifications named there, and shares no code with the server: two
 * programs that agree are worth more than one. Exit status: 0 yes, 1 no, 2 wrong use.
 */
public class Verify {

    /** Why something is not as it should be. */
    static class Wrong extends Exception {
        Wrong(String why) {
            super(why);
        }
    }

    public static void main(String[] arguments) throws Exception {
        try {
            if (arguments.length >= 3 && arguments[0].equals("receipt")) {
                var keys = new ArrayList<Key>();
                for (int i = 2; i < arguments.length; i++) {
                    keys.add(Key.of(arguments[i]));
                }
                System.out.println(receipt(Files.readAllBytes(Path.of(arguments[1])), keys));
            } else if (arguments.length == 2 && arguments[0].equals("leaf")) {
                var text = utf8(Files.readAllBytes(Path.of(arguments[1])));
                if (!canonical(parse(text)).equals(text)) {
                    throw new Wrong("the entry is not in its canonical form");
                }
                System.out.println(base64(hash((byte) 0, text.getBytes(StandardCharsets.UTF_8))));
            } else if (arguments.length == 2 && arguments[0].equals("vectors")) {
                vectors(Files.readString(Path.of(arguments[1])));
            } else {
                System.err.println("Use: java Verify.java receipt FILE VKEY [WITNESS-VKEY …] | leaf FILE | vectors FILE");
                System.exit(2);
            }
        } catch (Wrong e) {
            System.err.println("NOT genuine: " + e.getMessage());
            System.exit(1);
        }
    }

    // --- The receipt: c2sp.org/tlog-proof@v1 -----------------------------------------------------------------------

    static String receipt(byte[] file, List<Key> keys) throws Wrong {
        var lines = new ArrayList<>(List.of(utf8(file).split("\n", -1)));
        if (!lines.remove(0).equals("c2sp.org/tlog-proof@v1")) {
            throw new Wrong("this is no tlog-proof");
        }
        var extra = value(lines, "extra ");
        long index = number(value(lines, "index "));
        var path = new ArrayList<byte[]>();
        while (!lines.isEmpty() && !lines.getFirst().isEmpty()) {
            path.add(hashOf(lines.removeFirst()));
        }
        if (lines.isEmpty()) {
            throw new Wrong("the checkpoint is missing");
        }
        lines.removeFirst();
        var note = String.join("\n", lines);

        var entry = disclosed(utf8(base64(extra)));
        var checkpoint = checkpoint(note, keys);
        var root = climb(index, checkpoint.size, hash((byte) 0, canonical(entry).getBytes(StandardCharsets.UTF_8)), path);
        if (!Arrays.equals(root, checkpoint.root)) {
            throw new Wrong("the entry is not in the log");
        }
        return "genuine: entry %d of %s, %s at %s".formatted(index, checkpoint.origin, entry.get("action"), entry.get("at"));
    }

    private static String value(List<String> lines, String word) throws Wrong {
        if (lines.isEmpty() || !lines.getFirst().startsWith(word)) {
            throw new Wrong("the line '" + word.strip() + "' is missing");
        }
        return lines.removeFirst().substring(word.length());
    }

    /** The entry of a disclosure whose payload and salt give the hash that the entry holds. */
    static Map<?, ?> disclosed(String text) throws Wrong {
        if (!(parse(text) instanceof Map<?, ?> all) || !canonical(all).equals(text)) {
            throw new Wrong("what it discloses is not canonical JSON");
        }
        if (all.size() != 3
                || !(all.get("entry") instanceof Map<?, ?> entry)
                || !all.containsKey("payload")
                || !(all.get("salt") instanceof String salt)) {
            throw new Wrong("a disclosure has an entry, a payload and a salt");
        }
        var saltBytes = base64(salt);
        if (saltBytes.length != 32) {
            throw new Wrong("a salt has 32 bytes");
        }
        var payload = canonical(all.get("payload")).getBytes(StandardCharsets.UTF_8);
        if (!base64(sha256(saltBytes, payload)).equals(entry.get("payloadHash"))) {
            throw new Wrong("payload and salt do not give the hash in the entry");
        }
        return entry;
    }

    // --- The tree: RFC 9162, 2.1 -----------------------------------------------------------------------------------

    /** RFC 9162, 2.1.3.2: the root that a leaf and its path lead to. */
    static byte[] climb(long index, long size, byte[] leaf, List<byte[]> path) throws Wrong {
        if (index < 0 || index >= size) {
            throw new Wrong("the index is not in the tree");
        }
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                throw new Wrong("the path is too long");
            }
            if ((node & 1) == 1 || node == last) {
                hash = hash((byte) 1, sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hash((byte) 1, hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Wrong("the path is too short");
        }
        return hash;
    }

    static byte[] hash(byte prefix, byte[]... parts) {
        var all = new byte[parts.length + 1][];
        all[0] = new byte[] {prefix};
        System.arraycopy(parts, 0, all, 1, parts.length);
        return sha256(all);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- The signed checkpoint: C2SP signed-note, tlog-checkpoint, tlog-cosignature ---------------------------------

    record Checkpoint(String origin, long size, byte[] root) {}

    /** An Ed25519 key: type 1 of a log, type 4 of a witness. */
    record Key(String name, byte[] id, byte type, byte[] bytes) {
        static Key of(String vkey) throws Wrong {
            var parts = vkey.split("\\+", 3);
            if (parts.length != 3 || parts[0].isEmpty() || parts[0].chars().anyMatch(Character::isWhitespace)) {
                throw new Wrong("a public key is written name+id+key");
            }
            var typed = base64(parts[2]);
            if (typed.length != 33 || (typed[0] != 1 && typed[0] != 4)) {
                throw new Wrong("only Ed25519 keys of logs and witnesses are known here");
            }
            var id = Arrays.copyOf(sha256((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
            if (!HexFormat.of().formatHex(id).equals(parts[1])) {
                throw new Wrong("the id of the key is not its own");
            }
            return new Key(parts[0], id, typed[0], Arrays.copyOfRange(typed, 1, 33));
        }

        boolean signed(String text, byte[] signature) {
            if (type == 1) {
                return verifies(text, signature);
            }
            long seconds = signature.length == 72 ? ByteBuffer.wrap(signature).getLong() : -1;
            return seconds >= 0
                    && verifies(
                            "cosignature/v1\ntime " + seconds + "\n" + text, Arrays.copyOfRange(signature, 8, 72));
        }

        private boolean verifies(String text, byte[] signature) {
            try {
                var spki = ByteBuffer.allocate(44).put(HexFormat.of().parseHex("302a300506032b6570032100"));
                var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki.put(bytes).array()));
                var verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(key);
                verifier.update(text.getBytes(StandardCharsets.UTF_8));
                return signature.length == 64 && verifier.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    /** Every key that is given must have signed: one of a log, named like the origin, and each witness. */
    static Checkpoint checkpoint(String note, List<Key> keys) throws Wrong {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 >= note.length()) {
            throw new Wrong("the checkpoint is no signed note");
        }
        var text = note.substring(0, blank + 1);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Wrong("the checkpoint has control characters");
        }
        var signatures = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        var lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty()) {
            throw new Wrong("a checkpoint has an origin, a size and a root");
        }
        for (int i = 3; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                throw new Wrong("an extension line of a checkpoint is not empty");
            }
        }
        var checkpoint = new Checkpoint(lines[0], number(lines[1]), hashOf(lines[2]));
        int signers = signers(text, signatures, keys, checkpoint.origin);
        if (signers == 0) {
            throw new Wrong("the log's key has not signed the checkpoint");
        }
        return checkpoint;
    }

    private static int signers(String text, String[] lines, List<Key> keys, String origin) throws Wrong {
        var logs = 0;
        var witnesses = new ArrayList<Key>();
        if (lines.length > 64) {
            throw new Wrong("the checkpoint has too many signatures");
        }
        for (var line : lines) {
            var words = line.split(" ", -1);
            if (words.length != 3 || !words[0].equals("\u2014") || words[1].isEmpty() || words[1].contains("+")) {
                throw new Wrong("a signature is a dash, a name and a signature");
            }
            var blob = base64(words[2]);
            if (blob.length <= 4) {
                throw new Wrong("a signature is too short");
            }
            for (var key : keys) {
                if (!key.name.equals(words[1]) || !Arrays.equals(key.id, Arrays.copyOf(blob, 4))) {
                    continue;
                }
                if (!key.signed(text, Arrays.copyOfRange(blob, 4, blob.length))) {
                    throw new Wrong("the signature of " + key.name + " is wrong");
                }
                if (key.type == 4) {
                    witnesses.add(key);
                } else if (key.name.equals(origin)) {
                    logs++;
                }
            }
        }
        if (!witnesses.containsAll(keys.stream().filter(key -> key.type == 4).toList())) {
            throw new Wrong("a witness has not signed");
        }
        return logs;
    }

    // --- Canonical JSON: RFC 8785 ----------------------------------------------------------------------------------

    /** JSON as maps, lists, strings, doubles, booleans and null, from text without white space. */
    static Object parse(String text) throws Wrong {
        var reader = new Object() {
            int at;
            int depth;

            char peek() throws Wrong {
                if (at >= text.length()) {
                    throw new Wrong("the JSON ends too early");
                }
                return text.charAt(at);
            }

            boolean skip(String wanted) {
                boolean here = text.startsWith(wanted, at);
                at += here ? wanted.length() : 0;
                return here;
            }

            void need(String wanted) throws Wrong {
                if (!skip(wanted)) {
                    throw new Wrong("'" + wanted + "' is missing in the JSON");
                }
            }

            Object value() throws Wrong {
                if (++depth > 64) {
                    throw new Wrong("the JSON is nested too deeply");
                }
                Object value;
                switch (peek()) {
                    case '{' -> value = members();
                    case '[' -> value = items();
                    case '"' -> value = string();
                    case 't' -> {
                        need("true");
                        value = true;
                    }
                    case 'f' -> {
                        need("false");
                        value = false;
                    }
                    case 'n' -> {
                        need("null");
                        value = null;
                    }
                    default -> value = numeral();
                }
                depth--;
                return value;
            }

            Map<String, Object> members() throws Wrong {
                var members = new LinkedHashMap<String, Object>();
                need("{");
                if (skip("}")) {
                    return members;
                }
                do {
                    var name = string();
                    need(":");
                    if (members.containsKey(name)) {
                        throw new Wrong("a name stands twice in the JSON");
                    }
                    members.put(name, value());
                } while (skip(","));
                need("}");
                return members;
            }

            List<Object> items() throws Wrong {
                var items = new ArrayList<>();
                need("[");
                if (skip("]")) {
                    return items;
                }
                do {
                    items.add(value());
                } while (skip(","));
                need("]");
                return items;
            }

            String string() throws Wrong {
                need("\"");
                var value = new StringBuilder();
                while (!skip("\"")) {
                    char c = peek();
                    at++;
                    if (c < ' ') {
                        throw new Wrong("a control character stands in the JSON");
                    }
                    value.append(c == '\\' ? escape() : c);
                }
                return value.toString();
            }

            char escape() throws Wrong {
                char c = peek();
                at++;
                int known = "\"\\/bfnrt".indexOf(c);
                if (known >= 0) {
                    return "\"\\/\b\f\n\r\t".charAt(known);
                }
                if (c != 'u' || !text.substring(at, Math.min(at + 4, text.length())).matches("[0-9a-fA-F]{4}")) {
                    throw new Wrong("an escape in the JSON is unknown");
                }
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }

            Double numeral() throws Wrong {
                var found = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")
                        .matcher(text)
                        .region(at, text.length());
                if (!found.lookingAt()) {
                    throw new Wrong("no value stands in the JSON where one should");
                }
                at = found.end();
                return Double.valueOf(found.group());
            }
        };
        var value = reader.value();
        if (reader.at != text.length()) {
            throw new Wrong("something follows the JSON");
        }
        return value;
    }

    /** RFC 8785, 3.2: the one spelling. */
    static String canonical(Object value) throws Wrong {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) throws Wrong {
        if (value instanceof Map<?, ?> map) {
            // String's own order is that of UTF-16 code units (3.2.3).
            var sorted = new TreeMap<String, Object>();
            map.forEach((name, member) -> sorted.put((String) name, member));
            var separator = "{";
            for (var member : sorted.entrySet()) {
                out.append(separator);
                quote(member.getKey(), out);
                out.append(':');
                write(member.getValue(), out);
                separator = ",";
            }
            out.append(sorted.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            var separator = "[";
            for (var item : list) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            quote(text, out);
        } else if (value instanceof Double number) {
            out.append(number(number));
        } else {
            out.append(value);
        }
    }

    private static void quote(String text, StringBuilder out) throws Wrong {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Wrong("a string of the JSON is no Unicode");
        }
        out.append('"');
        for (char c : text.toCharArray()) {
            int known = "\"\\\b\f\n\r\t".indexOf(c);
            if (known >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(known));
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** ECMAScript's Number::toString, from the shortest digits that Java finds. */
    static String number(double value) throws Wrong {
        if (!Double.isFinite(value)) {
            throw new Wrong("JSON has finite numbers only");
        }
        if (value == 0) {
            return "0";
        }
        var shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        // Java writes two digits at least, and so the nearer of them where one would do: 4.9E-324 for 5e-324.
        var shorter = shortest.round(new MathContext(1));
        if (shorter.doubleValue() == Math.abs(value)) {
            shortest = shorter.stripTrailingZeros();
        }
        var digits = shortest.unscaledValue().toString();
        int count = digits.length();
        int point = count - shortest.scale();
        String text;
        if (count <= point && point <= 21) {
            text = digits + "0".repeat(point - count);
        } else if (0 < point && point <= 21) {
            text = digits.substring(0, point) + "." + digits.substring(point);
        } else if (-6 < point && point <= 0) {
            text = "0." + "0".repeat(-point) + digits;
        } else {
            int exponent = point - 1;
            text = digits.charAt(0)
                    + (count == 1 ? "" : "." + digits.substring(1))
                    + "e"
                    + (exponent < 0 ? "-" : "+")
                    + Math.abs(exponent);
        }
        return (value < 0 ? "-" : "") + text;
    }

    // --- Small things ----------------------------------------------------------------------------------------------

    static String utf8(byte[] bytes) throws Wrong {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Wrong("this is not UTF-8");
        }
    }

    static byte[] base64(String text) throws Wrong {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Wrong("this is not canonical base64: " + text);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] hashOf(String text) throws Wrong {
        var hash = base64(text);
        if (hash.length != 32) {
            throw new Wrong("a hash has 32 bytes");
        }
        return hash;
    }

    private static long number(String text) throws Wrong {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new Wrong("this is not a plain number: " + text);
        }
        return Long.parseLong(text);
    }

    // --- The vectors -----------------------------------------------------------------------------------------------

    /** One line for each vector: its name, a tab and the verdict, which others can compare with theirs. */
    private static void vectors(String file) throws Wrong, IOException {
        var all = (Map<?, ?>) parse(file.replace("\n", ""));
        for (var vector : (List<?>) all.get("canonical")) {
            tell(vector, v -> canonical(parse((String) v.get("json"))));
        }
        for (var vector : (List<?>) all.get("numbers")) {
            tell(vector, v -> number(Double.longBitsToDouble(Long.parseUnsignedLong((String) v.get("bits"), 16))));
        }
        for (var vector : (List<?>) all.get("leaves")) {
            tell(vector, v -> {
                var text = (String) v.get("entry");
                if (!canonical(parse(text)).equals(text)) {
                    throw new Wrong("not canonical");
                }
                return base64(hash((byte) 0, text.getBytes(StandardCharsets.UTF_8)));
            });
        }
        for (var vector : (List<?>) all.get("payloads")) {
            tell(vector, v -> base64(sha256(
                    base64((String) v.get("salt")), ((String) v.get("payload")).getBytes(StandardCharsets.UTF_8))));
        }
        for (var vector : (List<?>) all.get("receipts")) {
            tell(vector, v -> {
                var keys = new ArrayList<Key>();
                for (var key : (List<?>) v.get("keys")) {
                    keys.add(Key.of((String) key));
                }
                receipt(base64((String) v.get("receipt")), keys);
                return "genuine";
            });
        }
    }

    private interface Judge {
        String of(Map<?, ?> vector) throws Wrong;
    }

    private static void tell(Object vector, Judge judge) {
        var members = (Map<?, ?>) vector;
        String verdict;
        try {
            verdict = judge.of(members);
        } catch (Wrong e) {
            verdict = "refused";
        }
        System.out.println(members.get("name") + "\t" + verdict.replace("\n", "\\n"));
    }
}
