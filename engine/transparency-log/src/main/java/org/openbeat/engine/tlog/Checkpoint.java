package org.openbeat.engine.tlog;

import java.util.List;

/**
 * The head of a log at one size (C2SP tlog-checkpoint).
 *
 * @param origin the log's unique name
 * @param size number of entries
 * @param root root hash of the tree of that size
 * @param extensions further lines, almost always none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.contains("\n")) {
            throw new MalformedException("A checkpoint names its log on its first line.");
        }
        if (size < 0) {
            throw new MalformedException("A log has no negative size.");
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.contains("\n"))) {
            throw new MalformedException("An extension of a checkpoint is one line that is not empty.");
        }
        if (size == 0 && !root.equals(Hash.EMPTY_TREE)) {
            throw new MalformedException("The root of an empty log is the hash of nothing.");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note; call it after the note was verified. */
    public static Checkpoint parse(String text) {
        var lines = List.of(text.split("\n", -1));
        if (lines.size() < 4 || !lines.getLast().isEmpty()) {
            throw new MalformedException("A checkpoint has three lines: its log, its size, its root.");
        }
        return new Checkpoint(
                lines.get(0),
                Decimals.parse(lines.get(1)),
                Hash.ofBase64(lines.get(2)),
                lines.subList(3, lines.size() - 1));
    }

    /** The text to be signed; {@link #parse} reads it. */
    public String text() {
        var text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    public SignedNote sign(SignerKey... keys) {
        return SignedNote.sign(text(), List.of(keys));
    }
}
