package org.openbeat.engine.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vectors of docs/ledger-entry.md, made by a third program, valid ones and corrupted ones: this engine and the
 * single-file verifier, which share no code, must both say what the vectors say.
 */
class TwoVerifiersTest {
    private static final Path VERIFIER = Path.of("../../verifier/Verify.java");
    private static final Path VECTORS = Path.of("../../verifier/vectors.json");
    private static final String REFUSED = "refused";

    private final JsonNode vectors = JsonMapper.shared().readTree(VECTORS.toFile());
    private final Map<String, String> expected = new LinkedHashMap<>();

    TwoVerifiersTest() {
        vectors.forEach(group -> group.forEach(vector ->
                expected.put(text(vector, "name"), text(vector, "verdict").replace("\n", "\\n"))));
    }

    @Test
    void the_engine_says_of_every_vector_what_it_should() {
        var said = new LinkedHashMap<String, String>();
        vectors.get("canonical")
                .forEach(vector -> tell(
                        said,
                        vector,
                        () -> new JsonReader(text(vector, "json")).read().canonicalText()));
        vectors.get("numbers")
                .forEach(vector -> tell(
                        said,
                        vector,
                        () -> Json.of(Double.longBitsToDouble(Long.parseUnsignedLong(text(vector, "bits"), 16)))
                                .canonicalText()));
        vectors.get("leaves")
                .forEach(vector -> tell(
                        said,
                        vector,
                        () -> Hash.ofLeaf(Json.parseCanonical(text(vector, "entry"))
                                        .canonical())
                                .base64()));
        vectors.get("payloads")
                .forEach(vector -> tell(
                        said,
                        vector,
                        () -> Disclosure.payloadHash(
                                CanonicalBase64.decode(text(vector, "salt")),
                                text(vector, "payload").getBytes(UTF_8))));
        vectors.get("receipts").forEach(vector -> tell(said, vector, () -> receipt(vector)));
        assertThat(said).isEqualTo(expected).hasSizeGreaterThan(100);
    }

    @Test
    void the_single_file_verifier_says_of_every_vector_what_the_engine_says(@TempDir Path folder) throws Exception {
        var out = folder.resolve("verdicts");
        assertThat(run(out, "vectors", VECTORS.toString())).isZero();
        var said = Files.readAllLines(out).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        assertThat(said).isEqualTo(expected);
    }

    @Test
    void the_single_file_verifier_ends_with_its_verdict(@TempDir Path folder) throws Exception {
        var vector = vectors.get("receipts").get(0);
        var file = Files.write(
                folder.resolve("receipt.tlog-proof"), Base64.getDecoder().decode(text(vector, "receipt")));
        var key = vector.get("keys").get(0).asString();
        assertThat(run(folder.resolve("out"), "receipt", file.toString(), key)).isZero();
        assertThat(Files.readString(folder.resolve("out"))).startsWith("genuine: entry 0 of log.example/ledger");
        Files.writeString(file, Files.readString(file).replace("index 0", "index 1"));
        assertThat(run(folder.resolve("out"), "receipt", file.toString(), key)).isEqualTo(1);
        assertThat(run(folder.resolve("out"), "nonsense")).isEqualTo(2);
    }

    private static String receipt(JsonNode vector) throws UnverifiedException {
        var keys = vector.get("keys")
                .valueStream()
                .map(key -> VerifierKey.parse(key.asString()))
                .toList();
        new ReceiptVerifier(keys).verify(Base64.getDecoder().decode(text(vector, "receipt")));
        return "genuine";
    }

    private static void tell(Map<String, String> said, JsonNode vector, Callable<String> judge) {
        String verdict;
        try {
            verdict = judge.call();
        } catch (MalformedException | UnverifiedException e) {
            verdict = REFUSED;
        } catch (Exception e) {
            throw new AssertionError(text(vector, "name"), e);
        }
        said.put(text(vector, "name"), verdict.replace("\n", "\\n"));
    }

    private static int run(Path out, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(VERIFIER.toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    private static String text(JsonNode vector, String name) {
        return vector.get(name).asString();
    }
}
