package org.openbeat.engine.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public test vectors in {@code ../shared/data/tlog} beside the repository, and our own in the test resources. */
final class Vectors {

    private static final JsonMapper JSON = new JsonMapper();

    /** Tests run in the module's folder; the second place serves a work tree that stands one folder deeper. */
    private static final List<Path> FOLDERS =
            List.of(Path.of("../../../shared/data/tlog"), Path.of("../../../../shared/data/tlog"));

    private Vectors() {}

    static JsonNode shared(String name) {
        return JSON.readTree(sharedText(name));
    }

    static String sharedText(String name) {
        var folder = FOLDERS.stream().filter(Files::isDirectory).findFirst();
        Assumptions.assumeTrue(
                folder.isPresent(), () -> "SKIPPED: the public vectors are not at " + FOLDERS + ", " + name);
        try {
            return Files.readString(folder.orElseThrow().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode own() {
        try (var in = Vectors.class.getResourceAsStream("tree-of-520.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    /** A hash of a vector; empty if it has not 32 bytes, which our type makes impossible. */
    static Optional<Hash> hash(JsonNode node) {
        try {
            return Optional.of(Hash.ofBase64(node.asString()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    static Optional<List<Hash>> hashes(JsonNode array) {
        if (array.isNull()) {
            return Optional.of(List.of());
        }
        var hashes = stream(array).map(Vectors::hash).toList();
        return hashes.stream().allMatch(Optional::isPresent)
                ? Optional.of(hashes.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }
}
