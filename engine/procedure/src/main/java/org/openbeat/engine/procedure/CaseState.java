package org.openbeat.engine.procedure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.clock.ClockId;

/**
 * Where a case stands: its history, folded. It is immutable; its arrays are copied when a command adds to it, so that a
 * command costs the same after a thousand entries as after ten.
 */
public final class CaseState {
    final int entries;
    final boolean closed;
    final Instant openedAt;
    final int[] counts;
    final @Nullable Instant[] lastAt;
    final @Nullable Object[] facts;
    final ClockState[] clocks;
    final List<Seat> seats;
    private final Procedure procedure;

    /** Who acted as what. */
    record Seat(PersonId person, AuthorityId as) {}

    CaseState(Procedure procedure, CaseFold fold) {
        this.procedure = procedure;
        this.entries = fold.entries;
        this.closed = fold.closed;
        this.openedAt = fold.openedAt;
        this.counts = fold.counts;
        this.lastAt = fold.lastAt;
        this.facts = fold.facts;
        this.clocks = fold.clocks;
        this.seats = List.copyOf(fold.seats);
    }

    /** How many steps were taken. */
    public int entries() {
        return entries;
    }

    public boolean closed() {
        return closed;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** How often a step was taken. */
    public int count(StepId step) {
        return counts[procedure.index(step)];
    }

    /** What was stated last of a fact. */
    public Optional<Object> find(String fact) {
        return Optional.ofNullable(facts[procedure.factIndex(fact)]);
    }

    public ClockState clock(ClockId clock) {
        return clocks[procedure.index(clock)];
    }

    /** Clocks that run or stand still, in the order of the pack. */
    public Map<ClockId, ClockState> openClocks() {
        var open = new LinkedHashMap<ClockId, ClockState>();
        for (var id : procedure.pack().clocks().keySet()) {
            if (clock(id).isOpen()) {
                open.put(id, clock(id));
            }
        }
        return open;
    }

    /** Liberty clocks whose time is up: whoever they hold is to be released now. */
    public List<ClockId> releaseNow(Instant now) {
        return procedure.libertyClocks().stream()
                .filter(clock -> clocks[clock.index()].isExpired(now))
                .map(clock -> clock.rule().id())
                .toList();
    }
}
