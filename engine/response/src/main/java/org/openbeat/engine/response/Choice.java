package org.openbeat.engine.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One unit in the order of preference.
 *
 * @param proposed whether it is among those to send first
 * @param missing what is needed and the unit cannot do
 * @param reasons every fact that decided its place, most telling first
 */
public record Choice<K>(Candidate<K> candidate, boolean proposed, Set<Skill> missing, List<Reason> reasons) {
    public Choice {
        missing = Set.copyOf(missing);
        reasons = List.copyOf(reasons);
    }

    public K unit() {
        return candidate.unit();
    }

    /** Whether it may be sent at all, if need be after asking. */
    public boolean isSendable() {
        return candidate.availability() != Availability.UNAVAILABLE;
    }

    /** How long it needs; empty when its position is not known. */
    public Optional<TravelTime> arrival() {
        return reason(Reason.Arrival.class).map(Reason.Arrival::time);
    }

    /** Why it is not proposed though it would be there sooner; empty when that is not so. */
    public Optional<Reason.PassedOver> passedOver() {
        return reason(Reason.PassedOver.class);
    }

    private <R extends Reason> Optional<R> reason(Class<R> kind) {
        return reasons.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    Choice<K> propose() {
        return new Choice<>(candidate, true, missing, reasons);
    }

    Choice<K> with(Reason reason) {
        var more = new ArrayList<>(reasons);
        more.add(reason);
        return new Choice<>(candidate, proposed, missing, more);
    }
}
