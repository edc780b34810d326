package org.openbeat.engine.tlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A text with signatures (C2SP signed-note). The text means nothing until {@link #verify} has returned.
 *
 * @param text ends in a newline
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** A note with more signatures is refused unread, so that nobody can make a verifier work for ever. */
    public static final int MAX_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedException("A note's text ends in a newline and has no other control character.");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new MalformedException("A note has 1 to 64 signatures, this one has " + signatures.size() + ".");
        }
    }

    /** Signs a text with every key, in their order. */
    public static SignedNote sign(String text, List<SignerKey> keys) {
        return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList());
    }

    /**
     * Reads a note and checks no signature.
     *
     * @throws MalformedException if this is not a signed note
     */
    public static SignedNote parse(String note) {
        // The last blank line parts text and signatures; the text itself may have blank lines.
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
            throw new MalformedException("A note is a text, a blank line and signatures, each line ended.");
        }
        var lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new MalformedException("A note has 1 to 64 signatures, this one has " + lines.length + ".");
        }
        var signatures = new ArrayList<NoteSignature>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** The note as text, byte for byte what {@link #parse} read. */
    public String format() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /**
     * Verifies every signature that claims one of the known keys; signatures of strangers are ignored.
     *
     * @return the keys whose signatures are right, in the order of the note; never empty
     * @throws UnverifiedException if a known key's signature is wrong, or if no known key has signed
     */
    public List<VerifierKey> verify(Collection<VerifierKey> known) throws UnverifiedException {
        var verified = new ArrayList<VerifierKey>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (!signature.claims(key)) {
                    continue;
                }
                if (!key.verifies(text, signature.signature())) {
                    throw new UnverifiedException("The signature of %s is wrong.".formatted(key.name()));
                }
                verified.add(key);
            }
        }
        if (verified.isEmpty()) {
            throw new UnverifiedException("None of the keys that are trusted has signed this.");
        }
        return List.copyOf(verified);
    }

    /**
     * The cosignatures by these witnesses, each witness once and with its latest time; whoever else signed is ignored.
     *
     * @return empty if none of them has signed
     * @throws UnverifiedException if the signature of one of them is wrong
     */
    public List<Cosignature> cosignatures(Collection<VerifierKey> witnesses) throws UnverifiedException {
        var latest = new LinkedHashMap<VerifierKey, Cosignature>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : witnesses) {
                if (key.isWitness() && signature.claims(key)) {
                    latest.merge(key, cosignature(key, signature), SignedNote::later);
                }
            }
        }
        return List.copyOf(latest.values());
    }

    private Cosignature cosignature(VerifierKey key, NoteSignature signature) throws UnverifiedException {
        if (!key.verifies(text, signature.signature())) {
            throw new UnverifiedException("The signature of %s is wrong.".formatted(key.name()));
        }
        var at = TimestampedSignature.parse(signature.signature()).orElseThrow().at();
        return new Cosignature(key, at);
    }

    private static Cosignature later(Cosignature one, Cosignature other) {
        return one.at().isBefore(other.at()) ? other : one;
    }

    /** The same text with these signatures behind those that are there; a line that is there already is not repeated. */
    public SignedNote with(Collection<NoteSignature> more) {
        var all = new LinkedHashSet<>(signatures);
        all.addAll(more);
        return new SignedNote(text, List.copyOf(all));
    }

    /**
     * The same text with only those signatures that claim one of these keys.
     *
     * @throws MalformedException if there are none
     */
    public SignedNote by(Collection<VerifierKey> keys) {
        return new SignedNote(
                text,
                signatures.stream()
                        .filter(signature -> keys.stream().anyMatch(signature::claims))
                        .toList());
    }

    /** Names of those who signed with keys that are not among these; nobody has checked their lines. */
    public List<String> strangers(Collection<VerifierKey> known) {
        return signatures.stream()
                .filter(signature -> known.stream().noneMatch(signature::claims))
                .map(NoteSignature::keyName)
                .toList();
    }
}
