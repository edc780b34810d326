package org.openbeat.app.ledger;

import java.util.List;

/**
 * What a check of the whole ledger found.
 *
 * @param size entries that the signed head covers
 * @param erased entries among them whose payload was erased
 * @param pending entries that wait for their place
 * @param rows rows that the ledger proves
 * @param findings what is wrong; empty when everything holds
 */
public record Verification(long size, long erased, long pending, long rows, List<Finding> findings) {

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean holds() {
        return findings.isEmpty();
    }

    /** The findings as lines. */
    public List<String> faults() {
        return findings.stream().map(Finding::line).toList();
    }
}
