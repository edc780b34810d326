package org.openbeat.engine.legaltime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.rule.ExtensionId;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;

/** How a clock came so far: from where it is counted, and what extensions made of its period. */
final class Course {
    private final Instant first;
    private Instant origin;
    private Instant countedFrom;
    private @Nullable Term whole;
    private final List<Term> added = new ArrayList<>();
    private final Map<ExtensionId, Integer> granted = new HashMap<>();
    private Duration before = Duration.ZERO;
    private boolean open;
    private @Nullable Instant heldUntil;

    Course(Instant first) {
        this.first = first;
        this.origin = first;
        this.countedFrom = first;
    }

    Instant first() {
        return first;
    }

    /** When it last started. */
    Instant origin() {
        return origin;
    }

    Instant countedFrom() {
        return countedFrom;
    }

    Duration before() {
        return before;
    }

    boolean open() {
        return open;
    }

    @Nullable
    Instant heldUntil() {
        return heldUntil;
    }

    int timesGranted(ExtensionId rung) {
        return granted.getOrDefault(rung, 0);
    }

    List<Term> terms(Reading reading) {
        var terms = new ArrayList<Term>(added.size() + 1);
        terms.add(whole == null ? reading.term() : whole);
        terms.addAll(added);
        return terms;
    }

    void restart(Instant at, Duration ran) {
        before = before.plus(ran);
        origin = at;
        countedFrom = at;
        whole = null;
        heldUntil = null;
        added.clear();
        granted.clear();
    }

    void extend(ExtensionRule rule, Term amount, Instant decidedAt) {
        granted.merge(rule.id(), 1, Integer::sum);
        heldUntil = null;
        switch (rule.measure()) {
            case ADDED -> added.add(amount);
            case IN_ALL -> {
                whole = amount;
                added.clear();
            }
            case FROM_DECISION -> {
                whole = amount;
                countedFrom = decidedAt;
                added.clear();
            }
        }
    }

    void holdOpen() {
        open = true;
    }

    void holdUntil(Instant decided) {
        heldUntil = decided;
    }
}
