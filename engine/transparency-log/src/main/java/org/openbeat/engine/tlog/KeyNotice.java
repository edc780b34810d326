package org.openbeat.engine.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log says about its own keys, as a signed note of a few lines. Whoever has one key of the log can follow it to
 * the next: a hand-over is signed by both keys, a retirement by a key that was handed over to.
 *
 * <p>The first line keeps it apart from a checkpoint, whose second line is a number and never a name.
 */
public sealed interface KeyNotice {

    /** Name of the log. */
    String origin();

    /** Number of entries of the log at that moment. */
    long size();

    /** The text to be signed. */
    String text();

    /**
     * From this size on the log may be signed by the new key; for now the old one goes on signing beside it.
     *
     * @param from the key that hands over
     * @param to the key that is handed over to
     */
    record Handover(String origin, long size, VerifierKey from, VerifierKey to) implements KeyNotice {
        @Override
        public String text() {
            return String.join("\n", HANDOVER, origin, Long.toString(size), from.format(), to.format(), "");
        }
    }

    /** A checkpoint of more entries than these, signed by this key alone, is not the log's. */
    record Retirement(String origin, long size, VerifierKey key) implements KeyNotice {
        @Override
        public String text() {
            return String.join("\n", RETIREMENT, origin, Long.toString(size), key.format(), "");
        }
    }

    /** First line of a hand-over. */
    String HANDOVER = "openbeat key-handover v1";

    /** First line of a retirement. */
    String RETIREMENT = "openbeat key-retirement v1";

    /**
     * Reads the text of a note and verifies nothing.
     *
     * @throws MalformedException if it is no such notice, or is spelled otherwise
     */
    static KeyNotice parse(String text) {
        var lines = text.split("\n", -1);
        KeyNotice notice;
        if (lines.length == 6 && lines[0].equals(HANDOVER)) {
            notice = new Handover(
                    lines[1], Decimals.parse(lines[2]), VerifierKey.parse(lines[3]), VerifierKey.parse(lines[4]));
        } else if (lines.length == 5 && lines[0].equals(RETIREMENT)) {
            notice = new Retirement(lines[1], Decimals.parse(lines[2]), VerifierKey.parse(lines[3]));
        } else {
            throw new MalformedException("This is neither the hand-over nor the retirement of a key.");
        }
        if (!notice.text().equals(text)) {
            throw new MalformedException("This notice is not written in the one canonical way.");
        }
        return notice;
    }

    /** Signs it. */
    default SignedNote sign(SignerKey... keys) {
        return SignedNote.sign(text(), List.of(keys));
    }

    /**
     * Reads signed notices that stand one after the other, as a log publishes them; verifies nothing.
     *
     * @throws MalformedException if there is anything else in it
     */
    static List<SignedNote> parseAll(String notes) {
        var all = new ArrayList<SignedNote>();
        for (String note : notes.split("(?m)^(?=openbeat key-)")) {
            if (!note.isEmpty()) {
                all.add(SignedNote.parse(note));
            }
        }
        return List.copyOf(all);
    }
}
