package org.openbeat.engine.tlog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys of logs that a verifier believes, each with the sizes of the log for which it may sign: those that it was
 * given, and those to which they handed over.
 */
public final class LogKeys {

    /**
     * The sizes for which a key may sign.
     *
     * @param from smallest size
     * @param until largest size; {@code Long.MAX_VALUE} while the key is in use
     */
    public record Range(long from, long until) {
        boolean contains(long size) {
            return size >= from && size <= until;
        }
    }

    private final Map<VerifierKey, Range> ranges;

    private LogKeys(Map<VerifierKey, Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Keys without any notices.
     *
     * @throws IllegalArgumentException if one of them is the key of a witness
     */
    public static LogKeys of(Collection<VerifierKey> trusted) {
        var ranges = new LinkedHashMap<VerifierKey, Range>();
        for (VerifierKey key : trusted) {
            if (key.isWitness()) {
                throw new IllegalArgumentException("This is the key of a witness, not of a log: " + key);
            }
            ranges.put(key, new Range(0, Long.MAX_VALUE));
        }
        return new LogKeys(ranges);
    }

    /**
     * These keys, and those that they lead to: forward to the next by its hand-over, and back to the one before, for which
     * the next one vouches with its own signature on the hand-over. A notice of strangers is ignored: it says nothing to whom has none of
     * their keys.
     *
     * @param notices in the order in which the log made them
     * @throws UnverifiedException if a notice that concerns a key that is believed is not rightly signed
     */
    public LogKeys following(List<SignedNote> notices) throws UnverifiedException {
        var known = new LogKeys(new LinkedHashMap<>(ranges));
        for (SignedNote note : notices.reversed()) {
            if (KeyNotice.parse(note.text()) instanceof KeyNotice.Handover handover) {
                known.followBack(note, handover);
            }
        }
        for (SignedNote note : notices) {
            switch (KeyNotice.parse(note.text())) {
                case KeyNotice.Handover handover -> known.follow(note, handover);
                case KeyNotice.Retirement retirement -> known.follow(note, retirement);
            }
        }
        return known;
    }

    private void followBack(SignedNote note, KeyNotice.Handover handover) throws UnverifiedException {
        if (ranges.containsKey(handover.to()) && !ranges.containsKey(handover.from())) {
            requireSigned(note, handover);
            ranges.put(handover.from(), new Range(0, Long.MAX_VALUE));
        }
    }

    private void follow(SignedNote note, KeyNotice.Handover handover) throws UnverifiedException {
        var from = ranges.get(handover.from());
        if (from == null) {
            return;
        }
        requireSigned(note, handover);
        if (!from.contains(handover.size())) {
            throw new UnverifiedException("A key of %s handed over after it was retired.".formatted(handover.origin()));
        }
        ranges.merge(
                handover.to(),
                new Range(handover.size(), Long.MAX_VALUE),
                (known, told) -> new Range(Math.max(known.from(), told.from()), Math.min(known.until(), told.until())));
    }

    private static void requireSigned(SignedNote note, KeyNotice.Handover handover) throws UnverifiedException {
        boolean sameLog = handover.from().name().equals(handover.origin())
                && handover.to().name().equals(handover.origin())
                && !handover.from().isWitness()
                && !handover.to().isWitness();
        var signers = Set.copyOf(note.verify(List.of(handover.from(), handover.to())));
        if (!sameLog || signers.size() != 2) {
            throw new UnverifiedException(
                    "A hand-over of %s is not signed as it should be.".formatted(handover.origin()));
        }
    }

    private void follow(SignedNote note, KeyNotice.Retirement retirement) throws UnverifiedException {
        var retired = ranges.get(retirement.key());
        var others = ranges.keySet().stream()
                .filter(key -> key.name().equals(retirement.origin()) && !key.equals(retirement.key()))
                .filter(key -> mayVouch(key, retirement.size()))
                .toList();
        if (retired == null || others.isEmpty()) {
            return;
        }
        note.verify(others);
        ranges.put(retirement.key(), new Range(retired.from(), Math.min(retired.until(), retirement.size())));
    }

    /** All keys with their ranges, in the order in which they came to be believed. */
    public Map<VerifierKey, Range> ranges() {
        return Collections.unmodifiableMap(ranges);
    }

    /** The keys that may sign a tree of this size. */
    public List<VerifierKey> at(long size) {
        return ranges.keySet().stream().filter(key -> mayVouch(key, size)).toList();
    }

    private boolean mayVouch(VerifierKey key, long size) {
        var range = ranges.get(key);
        return range != null && range.contains(size);
    }
}
