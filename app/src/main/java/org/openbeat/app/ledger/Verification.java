package org.openbeat.app.ledger;

import java.util.List;

/**
 * What a check of the whole ledger found.
 *
 * @param size entries that the signed head covers
 * @param erased entries among them whose payload was erased
 * @param pending entries that wait for their place
 * @param faults what is wrong, in words for the operator; empty when everything holds
 */
public record Verification(long size, long erased, long pending, List<String> faults) {

    public Verification {
        faults = List.copyOf(faults);
    }

    public boolean holds() {
        return faults.isEmpty();
    }
}
